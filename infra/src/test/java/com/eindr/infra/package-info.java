/** Proves what is true of every way to run Eindr. */
@NullMarked
package com.eindr.infra;

import org.jspecify.annotations.NullMarked;
