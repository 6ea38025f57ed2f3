/** Rings from end to end: from the request over the deadline to the inbox, the push and the live stream. */
@NullMarked
package com.eindr.infra.friends;

import org.jspecify.annotations.NullMarked;
