/** The public language of notifications: the inbox, pushes, and what a person's devices see live. */
@NullMarked
package com.eindr.notification;

import org.jspecify.annotations.NullMarked;
