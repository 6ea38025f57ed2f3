/** How habits decide, and how they are noticed. */
@NullMarked
package com.eindr.habit.command;

import org.jspecify.annotations.NullMarked;
