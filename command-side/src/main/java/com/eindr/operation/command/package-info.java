/** What administrators do to Eindr itself, for the record. */
@NullMarked
package com.eindr.operation.command;

import org.jspecify.annotations.NullMarked;
