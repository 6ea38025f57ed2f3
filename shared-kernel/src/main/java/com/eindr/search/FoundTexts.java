package com.eindr.search;

import java.util.List;
import java.util.UUID;

/**
 * Texts by what they mean.
 *
 * @param items the nearest first; of equally near ones the lower id
 */
public record FoundTexts(List<FoundText> items) {
    public FoundTexts {
        items = List.copyOf(items);
    }

    /**
     * A note or a reminder that was found.
     *
     * @param excerpt the title of a reminder; of a note the beginning
     * @param nearness in hundredths: 100 for the very words that were asked for
     */
    public record FoundText(TextKind kind, UUID id, String excerpt, int nearness) {}
}
