/** What the voice understands, sentence by sentence. */
@NullMarked
package com.eindr.voice.command;

import org.jspecify.annotations.NullMarked;
