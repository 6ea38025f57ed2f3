/** Facts put into words, in nine languages. */
@NullMarked
package com.eindr.voice.web.reply;

import org.jspecify.annotations.NullMarked;
