package com.eindr.voice.command;

import com.eindr.voice.command.TimeAtom.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes back what a person takes back: "tomorrow at nine, no sorry, ten". */
record Corrections(Lexicon lexicon, List<Token> tokens) {

    /** Without the times that later ones of the same kind stand for; these take their places. */
    List<Found> of(List<Found> found) {
        List<Found> kept = new ArrayList<>();
        for (Found time : found) {
            kept.add(corrected(kept, time));
        }
        kept.sort(Comparator.comparingInt((Found time) -> time.span().from()));
        return kept;
    }

    private Found corrected(List<Found> kept, Found time) {
        for (int i = kept.size() - 1; i >= 0; i--) {
            Found before = kept.get(i);
            Span between = new Span(before.span().to(), time.span().from());
            if (before.atom().getClass() == time.atom().getClass() && correct(between)) {
                kept.remove(i);
                return new Found(
                        time.atom(), new Span(before.span().from(), time.span().to()));
            }
        }
        return time;
    }

    /** Whether the words of a span say that what stands before them was not meant, and nothing else. */
    boolean correct(Span span) {
        int at = span.from();
        while (at < span.to()) {
            Matching.Read read = lexicon.entry("correction", tokens, at);
            if (read == null || read.end() > span.to()) {
                return false;
            }
            at = read.end();
        }
        return !span.isEmpty() && span.from() < span.to();
    }
}
