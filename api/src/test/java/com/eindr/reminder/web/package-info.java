@NullMarked
package com.eindr.reminder.web;

import org.jspecify.annotations.NullMarked;
