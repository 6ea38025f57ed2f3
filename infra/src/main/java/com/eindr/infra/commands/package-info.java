/** How a write gets from the edge to its aggregate, exactly once. */
@NullMarked
package com.eindr.infra.commands;

import org.jspecify.annotations.NullMarked;
