/** What is said is done: by the same commands as a tap, once, and so that it can be taken back. */
@NullMarked
package com.eindr.voice.web.deed;

import org.jspecify.annotations.NullMarked;
