package com.eindr.voice.command;

import com.eindr.voice.command.TimeAtom.Found;
import java.util.ArrayList;
import java.util.List;

/** Drops the words that only lead to what one is to be reminded of, where they depend on how it was asked for. */
record Leads(Sentence sentence) {

    /** What is left of a span without its times. */
    List<Span> dropped(Heard heard, Span rest, List<Found> times) {
        List<Span> left = new ArrayList<>(sentence.without(rest, times, "filler", "tail"));
        if (heard.is("noun") && !left.isEmpty()) {
            // A reminder for the rent, one about it: the little word belongs to the reminder.
            Span first = left.removeFirst();
            Span bare = sentence.trimmed(sentence.trimmed(first, "subject", "none"), "filler", "tail");
            left.addFirst(bare.isEmpty() ? first : bare);
        }
        if (!left.isEmpty() && isOwn(new Span(rest.from(), left.getFirst().from()))) {
            Span last = left.removeLast();
            Span bare = sentence.trimmed(last, "none", "duty");
            left.add(bare.isEmpty() ? last : bare);
        }
        return left;
    }

    /** Whether what was dropped says I: then a verb at the end may only say that I must. */
    private boolean isOwn(Span before) {
        return sentence.words(before).stream()
                .anyMatch(word -> sentence.lexicon().has("self", word));
    }
}
