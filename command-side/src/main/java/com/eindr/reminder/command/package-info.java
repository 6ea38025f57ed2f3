/** Decides about reminders: the aggregate, and the calendar that reads recurrence rules. */
@NullMarked
package com.eindr.reminder.command;

import org.jspecify.annotations.NullMarked;
