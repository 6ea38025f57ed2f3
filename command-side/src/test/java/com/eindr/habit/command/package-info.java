@NullMarked
package com.eindr.habit.command;

import org.jspecify.annotations.NullMarked;
