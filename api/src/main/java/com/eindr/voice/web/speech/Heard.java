package com.eindr.voice.web.speech;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said, as far as it can be believed.
 *
 * @param text empty where nothing was said
 * @param language ISO 639 code of the text; "und" where nobody knows
 * @param length of the recording, zero where nobody knows
 * @param confidence in percent; null where nobody knows
 * @param translatedFrom ISO 639 code of what was spoken, where the text is its English; null where it is what was said
 */
public record Heard(
        String text,
        String language,
        Duration length,
        @Nullable Integer confidence,
        @Nullable String translatedFrom) {}
