package com.eindr.voice.command;

import com.eindr.voice.Intent;
import com.eindr.voice.SentenceMeaning;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges by examples what a sentence is about: the nearest in meaning vote. Knows English. */
public final class Judgement {
    private static final String EXAMPLES = "en.examples";
    private static final String VECTORS = "en.vectors";
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
    private final List<Example> examples;

    private Judgement(SentenceMeaning meaning, List<Example> examples) {
        this.meaning = meaning;
        this.examples = examples;
    }

    /** By the examples of English, whose vectors are kept beside them. */
    public static Judgement by(SentenceMeaning meaning) {
        List<String> lines = Lexicon.lines(EXAMPLES);
        List<String> vectors = Lexicon.lines(VECTORS);
        if (lines.size() != vectors.size()) {
            throw new IllegalStateException(VECTORS + " is not of the examples as they are now");
        }
        List<Example> examples = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Intent intent = Intent.of(lines.get(i).substring(0, lines.get(i).indexOf('\t')));
            examples.add(new Example(intent, Base64.getDecoder().decode(vectors.get(i))));
        }
        return new Judgement(meaning, List.copyOf(examples));
    }

    /** Nothing while there is no model. */
    Optional<Judged> of(String sentence) {
        return meaning.of(sentence).map(vector -> judged(vector, examples));
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
