/** The public language of friendships: requests, permissions, blocks, and what friends propose to each other. */
@NullMarked
package com.eindr.friendship;

import org.jspecify.annotations.NullMarked;
