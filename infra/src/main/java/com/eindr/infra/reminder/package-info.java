/** What reminders need from the world outside. */
@NullMarked
package com.eindr.infra.reminder;

import org.jspecify.annotations.NullMarked;
