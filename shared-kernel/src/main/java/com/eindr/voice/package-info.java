/** What people say to Eindr, and what it understood: the public language of the voice. */
@NullMarked
package com.eindr.voice;

import org.jspecify.annotations.NullMarked;
