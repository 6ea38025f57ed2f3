@NullMarked
package com.eindr.friendship.command;

import org.jspecify.annotations.NullMarked;
