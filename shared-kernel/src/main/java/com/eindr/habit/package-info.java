/** The public language of habits: what somebody does again and again, and what Eindr suggests because of it. */
@NullMarked
package com.eindr.habit;

import org.jspecify.annotations.NullMarked;
