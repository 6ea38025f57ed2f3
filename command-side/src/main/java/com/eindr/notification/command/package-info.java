/** How notifications decide. */
@NullMarked
package com.eindr.notification.command;

import org.jspecify.annotations.NullMarked;
