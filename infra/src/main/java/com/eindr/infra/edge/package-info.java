/** What the HTTP edge keeps in PostgreSQL. */
@NullMarked
package com.eindr.infra.edge;

import org.jspecify.annotations.NullMarked;
