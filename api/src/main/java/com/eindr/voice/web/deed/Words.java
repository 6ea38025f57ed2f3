package com.eindr.voice.web.deed;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds by words what people name as they remember it: without accents, in any case, by a part of it. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST = 3;

    private Words() {}

    static String folded(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return GAPS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** Those that fit best: the very words; else those that have them in a row; else those that have all of them. */
    static <T> List<T> matching(List<T> things, String about, Function<T, String> text) {
        String wanted = folded(about);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<T> same = things.stream()
                .filter(thing -> folded(text.apply(thing)).equals(wanted))
                .toList();
        if (!same.isEmpty()) {
            return same;
        }
        List<T> row = things.stream()
                .filter(thing -> folded(text.apply(thing)).contains(wanted))
                .toList();
        return row.isEmpty() ? scattered(things, wanted, text) : row;
    }

    private static <T> List<T> scattered(List<T> things, String wanted, Function<T, String> text) {
        List<String> words = Arrays.stream(wanted.split(" "))
                .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST)
                .toList();
        return words.isEmpty()
                ? List.of()
                : things.stream()
                        .filter(thing -> {
                            String folded = folded(text.apply(thing));
                            return words.stream().allMatch(folded::contains);
                        })
                        .toList();
    }
}
