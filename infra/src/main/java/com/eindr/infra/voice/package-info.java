/** The model that tells what sentences mean, the servers that listen and speak, and the wiring of the voice. */
@NullMarked
package com.eindr.infra.voice;

import org.jspecify.annotations.NullMarked;
