/** The public language of operations: what administrators do to Eindr itself. */
@NullMarked
package com.eindr.operation;

import org.jspecify.annotations.NullMarked;
