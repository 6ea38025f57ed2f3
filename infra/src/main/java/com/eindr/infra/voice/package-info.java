/** The model that tells what sentences mean, and the wiring of the voice. */
@NullMarked
package com.eindr.infra.voice;

import org.jspecify.annotations.NullMarked;
