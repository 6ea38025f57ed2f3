/** How reminders wait for their time. */
@NullMarked
package com.eindr.reminder.saga;

import org.jspecify.annotations.NullMarked;
