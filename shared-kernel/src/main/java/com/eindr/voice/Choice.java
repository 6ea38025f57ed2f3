package com.eindr.voice;

import java.util.List;

/**
 * What a person is asked to decide.
 *
 * @param slot the slot that is open, as the JSON names it; {@code confirm} where all is clear but must be confirmed
 * @param values what it may be, likeliest first; empty where anything may be answered
 */
public record Choice(String slot, List<String> values) {
    public static final String CONFIRM = "confirm";

    public Choice {
        values = List.copyOf(values);
    }
}
