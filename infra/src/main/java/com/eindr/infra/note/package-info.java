/** Wiring of notes. */
@NullMarked
package com.eindr.infra.note;

import org.jspecify.annotations.NullMarked;
