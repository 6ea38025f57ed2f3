/** A real PostgreSQL and a real Redis as child processes, so that Eindr runs where nothing else is installed. */
@NullMarked
package com.eindr.infra.embedded;

import org.jspecify.annotations.NullMarked;
