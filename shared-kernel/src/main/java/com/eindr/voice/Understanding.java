package com.eindr.voice;

import java.util.List;

/**
 * One thing that somebody said, as it was understood.
 *
 * @param confidence in hundredths, 0 to 100
 * @param choices what to ask; not empty where the fate is {@link Fate#NEEDS_CONFIRMATION}
 */
public record Understanding(Intent intent, int confidence, Slots slots, Fate fate, List<Choice> choices) {
    public Understanding {
        choices = List.copyOf(choices);
    }

    /** What nobody could make anything of. */
    public static Understanding nothing(int confidence) {
        return new Understanding(Intent.UNKNOWN, confidence, Slots.NONE, Fate.NOT_UNDERSTOOD, List.of());
    }
}
