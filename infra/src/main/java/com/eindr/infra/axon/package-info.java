/** Axon, wired by hand where its defaults do not suit PostgreSQL or this system. */
@NullMarked
package com.eindr.infra.axon;

import org.jspecify.annotations.NullMarked;
