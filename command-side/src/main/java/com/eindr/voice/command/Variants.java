package com.eindr.voice.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Spells out what a line of a lexicon leaves open, as phrases: {@code ( a b | c )} is one of several runs of words,
 * {@code ( a b )?} may be missing, and {@code ( a ; b ; c )} stand in any order. The signs are words of their own.
 */
final class Variants {
    /** More than any line needs: one that goes beyond it is written wrongly. */
    private static final int MOST = 500;

    private static final Set<String> ENDS = Set.of(")", ")?", "|", ";");

    private final List<String> parts;
    private int at;

    private Variants(String line) {
        this.parts = List.of(line.strip().split("\\s+", -1));
    }

    /** The phrases of a line, those first that are written first. */
    static List<String> of(String line) {
        Variants variants = new Variants(line);
        List<String> phrases = variants.sequence();
        if (variants.at < variants.parts.size() || phrases.size() > MOST) {
            throw new IllegalStateException("This line is closed wrongly, or says too much: " + line);
        }
        return phrases;
    }

    private List<String> sequence() {
        List<String> read = List.of("");
        while (at < parts.size() && !ENDS.contains(parts.get(at))) {
            String part = parts.get(at++);
            read = followed(read, part.equals("(") ? group() : List.of(part));
        }
        return read;
    }

    private List<String> group() {
        List<List<String>> items = new ArrayList<>(List.of(sequence()));
        boolean anyOrder = parts.get(at).equals(";");
        while (parts.get(at).equals(anyOrder ? ";" : "|")) {
            at++;
            items.add(sequence());
        }
        boolean optional = parts.get(at++).equals(")?");
        Set<String> read = new LinkedHashSet<>();
        if (anyOrder) {
            read.addAll(inAnyOrder(items));
        } else {
            items.forEach(read::addAll);
            if (read.stream().allMatch(Variants::isPlain)) {
                String one = read.stream().map(words -> words.replace(' ', '_')).collect(Collectors.joining("|"));
                return List.of(optional ? one + "?" : one);
            }
        }
        if (optional) {
            read.add("");
        }
        return List.copyOf(read);
    }

    /** Whether it is nothing but words in a row, of which a phrase may have a choice. */
    private static boolean isPlain(String words) {
        boolean one = words.indexOf(' ') < 0;
        return words.chars().noneMatch(sign -> sign == '<' || sign == '?' || sign == '.')
                && (one || words.chars().noneMatch(sign -> sign == '{' || sign == '|' || sign == '*'));
    }

    private static List<String> inAnyOrder(List<List<String>> items) {
        if (items.isEmpty()) {
            return List.of("");
        }
        List<String> all = new ArrayList<>();
        for (int first = 0; first < items.size(); first++) {
            List<List<String>> others = new ArrayList<>(items);
            all.addAll(followed(others.remove(first), inAnyOrder(others)));
        }
        return all;
    }

    private static List<String> followed(List<String> before, List<String> after) {
        return before.stream()
                .flatMap(one -> after.stream().map(other -> (one + " " + other).strip()))
                .toList();
    }
}
