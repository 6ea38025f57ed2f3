package com.eindr.voice.web.deed;

import com.eindr.voice.Choice;
import java.util.List;

/**
 * What somebody was asked.
 *
 * @param id opaque
 * @param language ISO 639 code of the language in which it was said
 * @param zone where it was said
 */
public record Question(String id, String language, String zone, List<Open> open) {
    public Question {
        open = List.copyOf(open);
    }

    /**
     * One thing that is not done yet.
     *
     * @param intent its place in the answer that asked
     * @param options what the values of the choice stand for, in order; empty where they stand for themselves
     */
    public record Open(int intent, Order order, List<Choice> choices, List<String> options) {
        public Open {
            choices = List.copyOf(choices);
            options = List.copyOf(options);
        }
    }
}
