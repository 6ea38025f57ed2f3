package com.eindr.voice;

import java.util.List;

/**
 * What an utterance means. Nothing has been done.
 *
 * @param utterance as it was understood: without invisible characters
 * @param language ISO 639 code of the language it was understood in
 * @param intents in the order in which they were said; never empty
 */
public record Interpretation(String utterance, String language, List<Understanding> intents) {
    public Interpretation {
        intents = List.copyOf(intents);
    }
}
