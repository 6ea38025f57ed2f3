@NullMarked
package com.eindr.reminder.command;

import org.jspecify.annotations.NullMarked;
