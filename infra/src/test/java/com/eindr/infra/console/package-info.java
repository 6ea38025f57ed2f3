/** The console, as somebody uses it: in a browser. */
@NullMarked
package com.eindr.infra.console;

import org.jspecify.annotations.NullMarked;
