/** The record of who read the log. */
@NullMarked
package com.eindr.audit.command;

import org.jspecify.annotations.NullMarked;
