/** Sound in and out: recordings are checked before anybody hears them, and doubted afterwards. */
@NullMarked
package com.eindr.voice.web.speech;

import org.jspecify.annotations.NullMarked;
