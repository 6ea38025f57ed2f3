/** What follows between friends: how long proposals wait, and where requests to addresses go. */
@NullMarked
package com.eindr.friendship.saga;

import org.jspecify.annotations.NullMarked;
