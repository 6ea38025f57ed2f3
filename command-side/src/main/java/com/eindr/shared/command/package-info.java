/** What the aggregates of every feature share. */
@NullMarked
package com.eindr.shared.command;

import org.jspecify.annotations.NullMarked;
