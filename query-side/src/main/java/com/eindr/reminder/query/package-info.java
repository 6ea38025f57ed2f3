/** The read models of reminders: what there is, what rings next, and what a day holds. */
@NullMarked
package com.eindr.reminder.query;

import org.jspecify.annotations.NullMarked;
