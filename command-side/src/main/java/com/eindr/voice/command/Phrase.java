package com.eindr.voice.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A pattern of words, as the lexicons write it: {@code remind me|us to? ...}
 *
 * <p>{@code a|b} is one of several words, {@code if_you_can} words in a row, {@code hatirlat*} any word that begins so and
 * {@code *ed} any that ends so, {@code {det}} whatever stands in the section of that name. {@code ?} may be missing,
 * {@code <n>} is something that a grammar reads, {@code <ahead>} says that a time follows, {@code <who>} one to four words,
 * {@code <for>} what something is for, or nothing, {@code ...} any number of words. Between
 * the elements the little words of a language may stand, which change nothing.
 */
record Phrase(List<Element> elements) {

    sealed interface Element {
        boolean optional();

        /**
         * @param longer several words in a row, by their first, the longest first
         */
        record Word(
                Set<String> words,
                List<String> stems,
                List<String> ends,
                Map<String, List<List<String>>> longer,
                boolean optional)
                implements Element {
            boolean isAmong(Collection<String> said) {
                return said.stream().anyMatch(word -> fits(word) || longer.containsKey(word));
            }

            boolean fits(String word) {
                return words.contains(word)
                        || stems.stream().anyMatch(word::startsWith)
                        || ends.stream().anyMatch(word::endsWith);
            }
        }

        record Slot(String name, boolean optional) implements Element {}

        /** What words are open to. */
        enum Kind {
            TEXT,
            WHO,
            FOR
        }

        record Rest(Kind kind, int least, int most) implements Element {
            @Override
            public boolean optional() {
                return false;
            }
        }
    }

    /** A phrase that names no section. */
    static Phrase of(String text) {
        return of(text, section -> {
            throw new IllegalArgumentException("no section is called " + section);
        });
    }

    /** @param sections the entries of a section of the lexicon */
    static Phrase of(String text, Function<String, Collection<String>> sections) {
        List<Element> elements = new ArrayList<>();
        for (String part : text.strip().split("\\s+", -1)) {
            elements.add(element(part, sections));
        }
        return new Phrase(List.copyOf(elements));
    }

    /** Whether it says itself how it begins. */
    boolean isHeaded() {
        return !(elements.getFirst() instanceof Element.Rest rest && rest.least() == 0);
    }

    /** Whether its words are all among these: a quick no for most phrases. */
    boolean mayLie(Collection<String> words) {
        return elements.stream()
                .allMatch(element -> !(element instanceof Element.Word word) || word.optional() || word.isAmong(words));
    }

    boolean beginsWithWord() {
        return elements.getFirst() instanceof Element.Word;
    }

    private static Element element(String part, Function<String, Collection<String>> sections) {
        boolean optional = part.endsWith("?");
        String bare = optional ? part.substring(0, part.length() - 1) : part;
        if (bare.equals("...")) {
            return new Element.Rest(Element.Kind.TEXT, 0, Integer.MAX_VALUE);
        }
        if (bare.equals("<for>")) {
            return new Element.Rest(Element.Kind.FOR, 0, Integer.MAX_VALUE);
        }
        if (bare.equals("<text>")) {
            return new Element.Rest(Element.Kind.TEXT, 1, Integer.MAX_VALUE);
        }
        if (bare.equals("<who>")) {
            return new Element.Rest(Element.Kind.WHO, 1, 4);
        }
        if (bare.startsWith("<")) {
            return new Element.Slot(bare.substring(1, bare.length() - 1), optional);
        }
        return word(bare, optional, sections);
    }

    private static Element.Word word(String bare, boolean optional, Function<String, Collection<String>> sections) {
        Set<String> words = new HashSet<>();
        List<String> stems = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        Map<String, List<List<String>>> longer = new HashMap<>();
        for (String choice : bare.split("\\|", -1)) {
            Collection<String> said = choice.startsWith("{")
                    ? sections.apply(choice.substring(1, choice.length() - 1))
                    : List.of(choice.replace('_', ' '));
            for (String one : said) {
                if (one.startsWith("*")) {
                    ends.add(Folding.fold(one.substring(1)));
                } else if (one.endsWith("*")) {
                    stems.add(Folding.fold(one.substring(0, one.length() - 1)));
                } else if (one.indexOf(' ') > 0) {
                    List<String> row =
                            Arrays.stream(one.split(" ", -1)).map(Folding::fold).toList();
                    longer.computeIfAbsent(row.getFirst(), unseen -> new ArrayList<>())
                            .add(row);
                } else {
                    words.add(Folding.fold(one));
                }
            }
        }
        longer.values().forEach(rows -> rows.sort(Comparator.comparingInt((List<String> row) -> -row.size())));
        return new Element.Word(Set.copyOf(words), List.copyOf(stems), List.copyOf(ends), Map.copyOf(longer), optional);
    }
}
