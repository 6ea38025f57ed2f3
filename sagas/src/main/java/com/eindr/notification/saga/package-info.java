/** How a ring reaches its person. Nothing here is a projection: what is told once is not told again by a replay. */
@NullMarked
package com.eindr.notification.saga;

import org.jspecify.annotations.NullMarked;
