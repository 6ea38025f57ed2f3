package com.eindr.voice.command;

import com.eindr.voice.Intent;
import com.eindr.voice.SentenceMeaning;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Judges what a sentence is about by what was learnt from examples: a multinomial logistic regression over the meaning of
 * the sentence and its {@link Gist}. Knows English. Its weights are kept beside the examples, and made from them by a test.
 */
public final class Judgement {
    static final String WEIGHTS = "en.weights";

    /** What a weight of one is written as; sums are in such parts too, since the domain counts in whole numbers. */
    static final int UNIT = 1000;

    /** How much a whole vector, or all traits together, count. */
    static final int STRETCH = 8;

    private static final long WHOLE = 1_000_000;

    /** The inverse of e, of {@link #WHOLE}. */
    private static final long INVERSE = 367_879;

    /** How the rows of the vector's parts begin; no word does. */
    static final String PART = "v:";

    static final String BIAS = "bias";

    /**
     * A judgement, in hundredths.
     *
     * @param intent the likeliest of those that are a command
     * @param marks what else it is likely to say, such as the direction of a debt
     * @param nothing how likely it is no command
     * @param talk whether that would be talk
     */
    record Judged(Intent intent, Set<String> marks, int likely, int nothing, boolean talk) {
        /** Whether it is rather that command than any other, or none. */
        boolean isOf(Intent other) {
            return intent == other && likely >= nothing;
        }
    }

    private record Kind(Intent intent, Set<String> marks) {
        static Kind of(String name) {
            List<String> words = Arrays.asList(name.split(" ", -1));
            return new Kind(
                    Intent.of(words.getFirst()), words.stream().skip(1).collect(Collectors.toUnmodifiableSet()));
        }
    }

    private final SentenceMeaning meaning;
    private final List<Kind> kinds;
    private final Map<String, short[]> weights = new HashMap<>();

    private Judgement(SentenceMeaning meaning) {
        this.meaning = meaning;
        List<String> lines = Lexicon.lines(WEIGHTS);
        this.kinds =
                Arrays.stream(lines.getFirst().split("\t", -1)).map(Kind::of).toList();
        for (String line : lines.subList(1, lines.size())) {
            int tab = line.indexOf('\t');
            weights.put(line.substring(0, tab), row(line.substring(tab + 1)));
        }
    }

    private static short[] row(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        short[] row = new short[bytes.remaining() / Short.BYTES];
        bytes.asShortBuffer().get(row);
        return row;
    }

    /** By what was learnt from examples of English. */
    public static Judgement by(SentenceMeaning meaning) {
        return new Judgement(meaning);
    }

    /** Nothing while there is no model. */
    Optional<Judged> of(Sentence sentence, Span part) {
        return meaning.of(sentence.said(part)).map(vector -> judged(vector, new Gist(sentence).traits(part)));
    }

    private Judged judged(byte[] vector, Set<String> traits) {
        long[] meant = new long[kinds.size()];
        for (int i = 0; i < vector.length; i++) {
            add(meant, PART + i, vector[i]);
        }
        List<String> known = traits.stream().filter(weights::containsKey).toList();
        long[] said = new long[kinds.size()];
        known.forEach(trait -> add(said, trait, 1));
        // The root of how many, in thousandths.
        long root = Math.max(1, root(known.size() * 1_000_000L));
        long[] sums = new long[kinds.size()];
        add(sums, BIAS, 1);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += STRETCH * meant[i] / SentenceMeaning.LENGTH + STRETCH * 1000 * said[i] / root;
        }
        return judged(shares(sums));
    }

    private void add(long[] sums, String name, int times) {
        short[] row = weights.getOrDefault(name, new short[0]);
        for (int i = 0; i < row.length; i++) {
            sums[i] += (long) times * row[i];
        }
    }

    /** The whole root, by Newton's steps. */
    private static long root(long square) {
        long root = square;
        for (long next = (root + 1) / 2; next < root; next = (root + square / root) / 2) {
            root = next;
        }
        return root;
    }

    /** What each has of the whole, in hundredths, when each counts as much as e to its sum. */
    private static int[] shares(long[] sums) {
        long most = Arrays.stream(sums).max().orElse(0);
        long[] powers = Arrays.stream(sums).map(sum -> power(most - sum)).toArray();
        long all = Arrays.stream(powers).sum();
        return Arrays.stream(powers)
                .mapToInt(power -> (int) ((100 * power + all / 2) / all))
                .toArray();
    }

    /** One by e to so many thousandths: whole steps one by one, the rest by the first terms of its series. */
    private static long power(long thousandths) {
        long power = thousandths > 20L * UNIT ? 0 : WHOLE;
        for (long step = 0; step < thousandths / UNIT && power > 0; step++) {
            power = power * INVERSE / WHOLE;
        }
        long rest = thousandths % UNIT;
        long series = WHOLE
                - rest * 1000
                + rest * rest / 2
                - rest * rest * rest / 6000
                + rest * rest * rest * rest / 24_000_000;
        return power * series / WHOLE;
    }

    private Judged judged(int[] shares) {
        Map<Intent, Integer> intents = new EnumMap<>(Intent.class);
        for (int i = 0; i < shares.length; i++) {
            intents.merge(kinds.get(i).intent(), shares[i], Integer::sum);
        }
        Intent intent = intents.entrySet().stream()
                .filter(one -> one.getKey().isCommand())
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        Set<String> marks = IntStream.range(0, shares.length)
                .boxed()
                .filter(i -> kinds.get(i).intent() == intent)
                .max(Comparator.comparingInt(i -> shares[i]))
                .map(i -> kinds.get(i).marks())
                .orElseThrow();
        int talk = intents.getOrDefault(Intent.CHITCHAT, 0);
        int noise = intents.getOrDefault(Intent.UNKNOWN, 0);
        return new Judged(intent, marks, intents.getOrDefault(intent, 0), talk + noise, talk >= noise);
    }
}
