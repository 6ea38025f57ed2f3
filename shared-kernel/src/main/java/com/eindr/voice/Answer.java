package com.eindr.voice;

import java.util.List;

/** What somebody answered when they were asked. */
public sealed interface Answer {

    /** As it was proposed; where there are values to choose from, the first. */
    record Yes() implements Answer {}

    /** Nothing of it is to be done: no, cancel, never mind. */
    record No() implements Answer {}

    /**
     * One of the values.
     *
     * @param slot of the choice that had it
     * @param place among its values, from 0
     */
    record Chosen(String slot, int place, String value) implements Answer {}

    /**
     * Something else than was proposed, or what nothing was proposed for.
     *
     * @param slots what was told; null where it stays as it was
     * @param open what is to be asked once more, since the answer may mean several things
     */
    record Filled(Slots slots, List<Choice> open) implements Answer {
        public Filled {
            open = List.copyOf(open);
        }
    }
}
