package com.eindr.infra.voice;

import com.eindr.infra.voice.Labelled.Expected;
import com.eindr.voice.Fate;
import com.eindr.voice.Understanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what was understood of sentences against what is to be understood of them. */
final class Scorecard {
    private int commands;
    private int intentsRight;
    private int slotsRight;
    private int fatesRight;
    private int outOfScope;
    private int rejected;
    private final List<String> destroyed = new ArrayList<>();
    private final Map<String, Map<String, Integer>> confusion = new TreeMap<>();
    private final Map<String, int[]> slots = new TreeMap<>();

    void take(Labelled sentence, List<Understanding> understood) {
        boolean outside = sentence.isOutOfScope();
        outOfScope += outside ? 1 : 0;
        rejected += outside && understood.stream().noneMatch(one -> one.intent().isCommand()) ? 1 : 0;
        for (Understanding one : understood) {
            boolean wanted = sentence.expected().stream()
                    .anyMatch(expected -> expected.intent().equals(one.intent().code()));
            if (one.intent().isDestructive() && one.fate() == Fate.UNDERSTOOD && !wanted) {
                destroyed.add(sentence.text());
            }
        }
        boolean sameNumber = understood.size() == sentence.expected().size();
        for (int i = 0; i < sentence.expected().size(); i++) {
            take(sentence.expected().get(i), i < understood.size() ? understood.get(i) : null, sameNumber, outside);
        }
    }

    private void take(
            Expected expected,
            @org.jspecify.annotations.Nullable Understanding one,
            boolean sameNumber,
            boolean outside) {
        String got = one == null ? "nothing" : one.intent().code();
        confusion.computeIfAbsent(expected.intent(), unseen -> new TreeMap<>()).merge(got, 1, Integer::sum);
        if (outside) {
            return;
        }
        commands++;
        boolean intent = sameNumber && got.equals(expected.intent());
        intentsRight += intent ? 1 : 0;
        Map<String, String> read = one == null ? Map.of() : SlotTexts.of(one.slots());
        slotsRight += intent && read.equals(expected.slots()) ? 1 : 0;
        boolean asks = one != null && one.fate() == Fate.NEEDS_CONFIRMATION;
        fatesRight += intent && asks == expected.confirm() ? 1 : 0;
        count(expected.slots(), read);
    }

    private void count(Map<String, String> expected, Map<String, String> read) {
        var names = new TreeSet<>(expected.keySet());
        names.addAll(read.keySet());
        for (String name : names) {
            int[] counts = slots.computeIfAbsent(name, unseen -> new int[3]);
            String want = expected.get(name);
            String got = read.get(name);
            counts[0] += want != null && want.equals(got) ? 1 : 0;
            counts[1] += want == null ? 0 : 1;
            counts[2] += got == null ? 0 : 1;
        }
    }

    double intents() {
        return share(intentsRight, commands);
    }

    double slots() {
        return share(slotsRight, commands);
    }

    double fates() {
        return share(fatesRight, commands);
    }

    double rejection() {
        return share(rejected, outOfScope);
    }

    /** Sentences of which something would have been taken away that was not meant. */
    List<String> destroyed() {
        return List.copyOf(destroyed);
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f %% | %.1f %% | %.1f %% | %d of %d | %d |%n",
                name,
                commands,
                intents(),
                slots(),
                fates(),
                rejected,
                outOfScope,
                destroyed.size());
    }

    /** Every intent with how much of it was found, and how much of what was found was it. */
    String intentTable() {
        StringBuilder table = new StringBuilder("| intent | sentences | precision | recall |\n|---|---|---|---|\n");
        confusion.forEach((intent, row) -> {
            int right = row.getOrDefault(intent, 0);
            int all = row.values().stream().mapToInt(Integer::intValue).sum();
            int found = confusion.values().stream()
                    .mapToInt(other -> other.getOrDefault(intent, 0))
                    .sum();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f %% | %.1f %% |%n",
                    intent,
                    all,
                    share(right, found),
                    share(right, all)));
        });
        return table.toString();
    }

    String slotTable() {
        StringBuilder table = new StringBuilder("| slot | sentences | precision | recall |\n|---|---|---|---|\n");
        slots.forEach((slot, counts) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.1f %% | %.1f %% |%n",
                slot,
                counts[1],
                share(counts[0], counts[2]),
                share(counts[0], counts[1]))));
        return table.toString();
    }

    /** What was meant, and as what it was understood where that is something else. */
    String confusionTable() {
        var columns = new TreeSet<>(confusion.keySet());
        confusion.values().forEach(row -> columns.addAll(row.keySet()));
        StringBuilder table = new StringBuilder(
                "| meant | " + String.join(" | ", columns) + " |\n|---|" + "---|".repeat(columns.size()) + "\n");
        confusion.forEach((intent, row) -> {
            table.append("| ").append(intent);
            columns.forEach(column -> table.append(" | ").append(row.containsKey(column) ? row.get(column) : ""));
            table.append(" |\n");
        });
        return table.toString();
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 100 : 100.0 * part / whole;
    }
}
