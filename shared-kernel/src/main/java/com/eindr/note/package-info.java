/** The public language of notes: what a person has written down, or was given by a friend. */
@NullMarked
package com.eindr.note;

import org.jspecify.annotations.NullMarked;
