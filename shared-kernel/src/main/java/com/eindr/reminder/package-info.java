/** The public language of reminders: what can be asked, ordered, and what can happen. */
@NullMarked
package com.eindr.reminder;

import org.jspecify.annotations.NullMarked;
