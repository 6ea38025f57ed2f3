package com.eindr.voice.command;

import com.eindr.voice.Intent;
import com.eindr.voice.SentenceMeaning;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges by examples what a sentence is about: the nearest in meaning vote. Knows English. */
public final class Judgement {
    private static final int VOTERS = 5;

    /**
     * A judgement.
     *
     * @param nearness of the nearest example of that intent, in hundredths
     * @param share of the votes, in hundredths
     */
    record Judged(Intent intent, int nearness, int share) {}

    private static final class Example {
        private final Intent intent;
        private final byte[] vector;

        Example(Intent intent, byte[] vector) {
            this.intent = intent;
            this.vector = vector;
        }

        Vote against(byte[] other) {
            return new Vote(intent, SentenceMeaning.nearness(vector, other));
        }
    }

    private record Vote(Intent intent, int nearness) {}

    private final SentenceMeaning meaning;
    private volatile List<Example> examples = List.of();

    public Judgement(SentenceMeaning meaning) {
        this.meaning = meaning;
    }

    /** Takes in the examples; until then there is no judgement. Takes seconds, and may be called by any thread. */
    public void learn() {
        List<Example> learned = new ArrayList<>();
        for (String line : Lexicon.lines("en.examples")) {
            String[] sides = line.split("\t", 2);
            meaning.of(sides[1]).ifPresent(vector -> learned.add(new Example(Intent.of(sides[0]), vector)));
        }
        examples = List.copyOf(learned);
    }

    Optional<Judged> of(String sentence) {
        List<Example> known = examples;
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return meaning.of(sentence).map(vector -> judged(vector, known));
    }

    private static Judged judged(byte[] vector, List<Example> known) {
        List<Vote> votes = known.stream()
                .map(example -> example.against(vector))
                .sorted((one, other) -> Integer.compare(other.nearness(), one.nearness()))
                .limit(VOTERS)
                .toList();
        Map<Intent, Integer> weights = new EnumMap<>(Intent.class);
        int all = 1;
        for (Vote vote : votes) {
            int weight = Math.max(0, vote.nearness()) * Math.max(0, vote.nearness());
            weights.merge(vote.intent(), weight, Integer::sum);
            all += weight;
        }
        Intent best = weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        int nearest = votes.stream()
                .filter(vote -> vote.intent() == best)
                .findFirst()
                .orElseThrow()
                .nearness();
        return new Judged(best, nearest, 100 * weights.getOrDefault(best, 0) / all);
    }
}
