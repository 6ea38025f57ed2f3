/** What the voice understands, measured. */
@NullMarked
package com.eindr.infra.voice;

import org.jspecify.annotations.NullMarked;
