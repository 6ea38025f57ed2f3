/** What friendships need from the world outside. */
@NullMarked
package com.eindr.infra.friendship;

import org.jspecify.annotations.NullMarked;
