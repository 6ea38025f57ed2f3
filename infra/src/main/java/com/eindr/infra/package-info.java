/** Where Eindr begins: the main class, and what is true of every way to run it. */
@NullMarked
package com.eindr.infra;

import org.jspecify.annotations.NullMarked;
