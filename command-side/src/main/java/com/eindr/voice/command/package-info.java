/** Understands sentences: our own grammar over words kept as data, and the judgement what somebody wants. */
@NullMarked
package com.eindr.voice.command;

import org.jspecify.annotations.NullMarked;
