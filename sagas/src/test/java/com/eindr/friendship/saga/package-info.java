@NullMarked
package com.eindr.friendship.saga;

import org.jspecify.annotations.NullMarked;
