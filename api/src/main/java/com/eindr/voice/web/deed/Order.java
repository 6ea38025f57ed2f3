package com.eindr.voice.web.deed;

import com.eindr.voice.Fate;
import com.eindr.voice.Understanding;
import java.time.LocalDateTime;
import java.util.List;

/**
 * One thing that is to be done.
 *
 * @param chosen the things that were chosen when it was asked which; empty where they are still to be found
 */
public record Order(Understanding said, List<String> chosen) {
    public Order {
        chosen = List.copyOf(chosen);
    }

    public static Order of(Understanding said) {
        return new Order(said, List.of());
    }

    Order startingAt(LocalDateTime start) {
        return new Order(
                new Understanding(
                        said.intent(), said.confidence(), said.slots().startingAt(start), said.fate(), said.choices()),
                chosen);
    }

    /** Whether nothing needs to be asked but which thing is meant. */
    boolean isClear() {
        return said.fate() == Fate.UNDERSTOOD;
    }
}
