package com.eindr.voice.command;

import java.util.ArrayList;
import java.util.List;

/** Finds out whom a sentence names: "my cousin Hamza", "uncle Tariq", "Priya's". */
record People(Sentence sentence) {
    /** Priya's tab; Ben's paid. */
    private static final String OWN = "['\u2019]s$";

    /**
     * Somebody.
     *
     * @param name the full name where one person is meant who is known, else as it was said
     * @param people whom the name may mean, all of them known
     */
    record Named(String name, List<String> people) {}

    /** Whom the words mean; what leads to a name is left out as far as that makes it known, and a kinship with it. */
    Named named(Span said) {
        List<Span> readings = readings(said);
        for (Span reading : readings) {
            List<String> people = sentence.names().of(words(reading));
            if (!people.isEmpty()) {
                return new Named(people.getFirst(), people);
            }
        }
        return new Named(sentence.said(readings.getLast()).replaceFirst(OWN, ""), List.of());
    }

    private List<String> words(Span reading) {
        List<String> words = new ArrayList<>(sentence.words(reading));
        if (sentence.said(reading).matches(".*" + OWN)) {
            words.add(words.removeLast().replaceFirst("s$", ""));
        }
        return words;
    }

    /** Whether they are the name of somebody who is known. */
    boolean isKnown(Span said) {
        return !said.isEmpty() && !named(said).people().isEmpty();
    }

    /** The word that names somebody who is known, the last before a place; an empty span where nobody is named. */
    Span lastBefore(int at) {
        for (int from = at - 1; from >= 0; from--) {
            String word = sentence.tokens().get(from).word();
            if (!sentence.lexicon().has("function", word) && sentence.names().isPartOfOne(word)) {
                return new Span(from, from + 1);
            }
        }
        return new Span(at, at);
    }

    private List<Span> readings(Span said) {
        List<Span> readings = new ArrayList<>();
        Span named = sentence.trimmed(sentence.trimmed(said, "article", "whotail"), "none", "little");
        add(readings, named);
        Span bare = sentence.trimmed(named, "whose", "none");
        add(readings, bare);
        Span kin = sentence.trimmed(bare, "relation", "none");
        add(readings, kin.isEmpty() ? kin : sentence.trimmed(kin, "whose", "none"));
        return readings.isEmpty() ? List.of(said) : readings;
    }

    private static void add(List<Span> readings, Span span) {
        if (!span.isEmpty() && (readings.isEmpty() || !readings.getLast().equals(span))) {
            readings.add(span);
        }
    }
}
