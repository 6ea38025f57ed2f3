/** Which notes there are, and which say something about what is asked for. */
@NullMarked
package com.eindr.note.query;

import org.jspecify.annotations.NullMarked;
