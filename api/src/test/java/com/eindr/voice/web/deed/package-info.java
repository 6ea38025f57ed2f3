@NullMarked
package com.eindr.voice.web.deed;

import org.jspecify.annotations.NullMarked;
