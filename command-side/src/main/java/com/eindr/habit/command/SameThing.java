package com.eindr.habit.command;

import com.eindr.voice.SentenceMeaning;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Which reminders are of the same thing: those of the same words, and those whose meanings are hardly to be told apart. */
final class SameThing {
    /** In hundredths. Measured in decision 0141: what differs in a name or a direction stays below it. */
    static final int NEAR = 90;

    private SameThing() {}

    /** The reminders in groups; those without words are of nothing. */
    static Collection<List<Trace>> groups(Collection<Trace> traces) {
        Map<String, List<Trace>> byWords = new TreeMap<>();
        traces.stream()
                .sorted(Comparator.comparingLong(Trace::made)
                        .thenComparing(trace -> trace.reminderId().value()))
                .forEach(trace -> {
                    String words = fold(trace.title());
                    if (!words.isEmpty()) {
                        byWords.computeIfAbsent(words, key -> new ArrayList<>()).add(trace);
                    }
                });
        return merged(List.copyOf(byWords.keySet()), List.copyOf(byWords.values()));
    }

    /** Whatever is near to one of a group belongs to it. */
    private static Collection<List<Trace>> merged(List<String> words, List<List<Trace>> things) {
        int[] group = new int[things.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        List<byte[]> meanings = things.stream().map(SameThing::meaning).toList();
        for (int i = 0; i < group.length; i++) {
            for (int j = i + 1; j < group.length; j++) {
                if (group[i] != group[j]
                        && near(meanings.get(i), meanings.get(j))
                        && digits(words.get(i)).equals(digits(words.get(j)))) {
                    int joined = Math.min(group[i], group[j]);
                    int gone = Math.max(group[i], group[j]);
                    for (int k = 0; k < group.length; k++) {
                        group[k] = group[k] == gone ? joined : group[k];
                    }
                }
            }
        }
        Map<Integer, List<Trace>> groups = new LinkedHashMap<>();
        for (int i = 0; i < group.length; i++) {
            groups.computeIfAbsent(group[i], key -> new ArrayList<>()).addAll(things.get(i));
        }
        return groups.values();
    }

    private static boolean near(byte[] one, byte[] other) {
        return one.length > 0 && one.length == other.length && SentenceMeaning.nearness(one, other) >= NEAR;
    }

    /** To the model, the seventeenth invoice is the eighteenth. */
    private static String digits(String words) {
        return words.replaceAll("\\P{Nd}+", " ").strip();
    }

    /** Of the first that has one: the same words mean the same, whatever stands in the notes. */
    private static byte[] meaning(List<Trace> thing) {
        List<Byte> parts = thing.stream()
                .map(Trace::meaning)
                .filter(meaning -> !meaning.isEmpty())
                .findFirst()
                .orElse(List.of());
        byte[] vector = new byte[parts.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = parts.get(i);
        }
        return vector;
    }

    /** Small letters, one space between words, and no punctuation. */
    static String fold(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{P}\\p{Z}\\p{C}]+", " ")
                .strip();
    }
}
