/** What of people's conversations may be kept. */
@NullMarked
package com.eindr.voice.query;

import org.jspecify.annotations.NullMarked;
