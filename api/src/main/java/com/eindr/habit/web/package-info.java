/** What is suggested to people over HTTP, and what they answer. */
@NullMarked
package com.eindr.habit.web;

import org.jspecify.annotations.NullMarked;
