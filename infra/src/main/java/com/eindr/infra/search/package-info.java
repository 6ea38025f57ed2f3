/** Finds out what texts mean, away from every request, and keeps it in PostgreSQL, with pgvector or without. */
@NullMarked
package com.eindr.infra.search;

import org.jspecify.annotations.NullMarked;
