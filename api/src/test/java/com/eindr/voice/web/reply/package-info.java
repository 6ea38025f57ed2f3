/** What people are answered, in words. */
@NullMarked
package com.eindr.voice.web.reply;

import org.jspecify.annotations.NullMarked;
