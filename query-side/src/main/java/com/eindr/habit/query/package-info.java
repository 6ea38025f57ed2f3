/** What is read of habits, and of what leads to them. */
@NullMarked
package com.eindr.habit.query;

import org.jspecify.annotations.NullMarked;
