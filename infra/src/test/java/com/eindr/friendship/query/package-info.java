@NullMarked
package com.eindr.friendship.query;

import org.jspecify.annotations.NullMarked;
