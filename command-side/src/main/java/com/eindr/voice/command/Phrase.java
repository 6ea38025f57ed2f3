package com.eindr.voice.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A pattern of words, as the lexicons write it: {@code remind me|us to? ...}
 *
 * <p>{@code a|b} is one of several words, {@code hatirlat*} any word that begins so, {@code ?} may be missing,
 * {@code <n>} is something that a grammar reads, {@code <who>} one to four words, {@code ...} any number of words.
 */
record Phrase(List<Element> elements) {

    sealed interface Element {
        boolean optional();

        record Word(Set<String> words, List<String> stems, boolean optional) implements Element {
            boolean fits(String word) {
                return words.contains(word) || stems.stream().anyMatch(word::startsWith);
            }
        }

        record Slot(String name, boolean optional) implements Element {}

        record Rest(int least, int most) implements Element {
            @Override
            public boolean optional() {
                return false;
            }
        }
    }

    static Phrase of(String text) {
        List<Element> elements = new ArrayList<>();
        for (String part : text.strip().split("\\s+", -1)) {
            elements.add(element(part));
        }
        return new Phrase(List.copyOf(elements));
    }

    /** Whether it says itself how it begins. */
    boolean isHeaded() {
        return !(elements.getFirst() instanceof Element.Rest rest && rest.least() == 0);
    }

    boolean beginsWithWord() {
        return elements.getFirst() instanceof Element.Word;
    }

    private static Element element(String part) {
        boolean optional = part.endsWith("?");
        String bare = optional ? part.substring(0, part.length() - 1) : part;
        if (bare.equals("...")) {
            return new Element.Rest(0, Integer.MAX_VALUE);
        }
        if (bare.equals("<text>")) {
            return new Element.Rest(1, Integer.MAX_VALUE);
        }
        if (bare.equals("<who>")) {
            return new Element.Rest(1, 4);
        }
        if (bare.startsWith("<")) {
            return new Element.Slot(bare.substring(1, bare.length() - 1), optional);
        }
        List<String> words = Arrays.asList(bare.split("\\|", -1));
        return new Element.Word(
                words.stream()
                        .filter(word -> !word.endsWith("*"))
                        .map(Folding::fold)
                        .collect(Collectors.toSet()),
                words.stream()
                        .filter(word -> word.endsWith("*"))
                        .map(word -> Folding.fold(word.substring(0, word.length() - 1)))
                        .toList(),
                optional);
    }
}
