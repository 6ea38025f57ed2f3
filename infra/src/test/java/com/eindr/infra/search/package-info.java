/** The search by meaning, with pgvector and without. */
@NullMarked
package com.eindr.infra.search;

import org.jspecify.annotations.NullMarked;
