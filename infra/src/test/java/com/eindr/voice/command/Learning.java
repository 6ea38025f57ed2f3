package com.eindr.voice.command;

import com.eindr.voice.Intent;
import com.eindr.voice.SentenceMeaning;
import com.eindr.voice.Utterance;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Learns the weights of {@link Judgement} from its examples: softmax regression, all examples at once, by Adam (Kingma and
 * Ba, 2015). Nothing in it is random, so the same examples give the same weights.
 */
public final class Learning {
    /** A trait of fewer examples than this says more of those examples than of the language. */
    private static final int COMMON = 3;

    private static final int ROUNDS = 250;
    private static final double STEP = 0.05;
    private static final double DECAY = 0.001;

    private static final Lexicon ENGLISH = Lexicon.read("en");

    /** Who is named in the examples. */
    private static final List<String> PEOPLE = List.of(
            "Ana Lima",
            "Saad Qureshi",
            "Mia Wong",
            "Ben Carter",
            "Zainab Malik",
            "José Ortega",
            "Priya",
            "Uncle Tariq",
            "Olivia Brown",
            "Deshawn",
            "Grandma Rose",
            "Kenji Tanaka",
            "Tom",
            "Sam");

    private static final class Example {
        private final String kind;
        private final byte[] vector;
        private final Set<String> traits;

        Example(String kind, byte[] vector, Set<String> traits) {
            this.kind = kind;
            this.vector = vector;
            this.traits = traits;
        }
    }

    private final List<Example> examples;
    private final List<String> kinds;
    private final List<String> rows = new ArrayList<>();
    private final int[][] at;
    private final double[][] value;

    private Learning(List<Example> examples) {
        this.examples = examples;
        this.kinds = List.copyOf(
                new TreeSet<>(examples.stream().map(example -> example.kind).toList()));
        rows.add(Judgement.BIAS);
        int length = examples.getFirst().vector.length;
        for (int i = 0; i < length; i++) {
            rows.add(Judgement.PART + i);
        }
        Map<String, Long> common = examples.stream()
                .flatMap(example -> example.traits.stream())
                .collect(Collectors.groupingBy(trait -> trait, TreeMap::new, Collectors.counting()));
        common.values().removeIf(count -> count < COMMON);
        rows.addAll(common.keySet());
        Map<String, Integer> places = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            places.put(rows.get(i), i);
        }
        at = new int[examples.size()][];
        value = new double[examples.size()][];
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            List<Integer> traits = example.traits.stream()
                    .filter(common::containsKey)
                    .map(places::get)
                    .toList();
            at[i] = new int[1 + length + traits.size()];
            value[i] = new double[at[i].length];
            value[i][0] = 1;
            for (int j = 0; j < length; j++) {
                at[i][1 + j] = 1 + j;
                value[i][1 + j] = (double) Judgement.STRETCH * example.vector[j] / SentenceMeaning.LENGTH;
            }
            for (int j = 0; j < traits.size(); j++) {
                at[i][1 + length + j] = traits.get(j);
                value[i][1 + length + j] = Judgement.STRETCH / Math.sqrt(traits.size());
            }
        }
    }

    /**
     * The weights of examples, as lines.
     *
     * @param lines each an intent and its marks, a tab, and a sentence
     */
    public static List<String> weights(List<String> lines, SentenceMeaning meaning) {
        List<Example> examples = lines.stream()
                .map(line -> {
                    Sentence sentence = sentence(line);
                    return new Example(
                            kind(line),
                            meaning.of(sentence.said(sentence.whole())).orElseThrow(),
                            new Gist(sentence).traits(sentence.whole()));
                })
                .toList();
        return new Learning(examples).lines();
    }

    /** Whether an example is judged to be what it is an example of. */
    public static boolean agrees(Judgement judgement, String line) {
        Sentence sentence = sentence(line);
        Intent intent = Intent.of(kind(line).split(" ", 2)[0]);
        Judgement.Judged judged = judgement.of(sentence, sentence.whole()).orElseThrow();
        return intent.isCommand() ? judged.intent() == intent : judged.nothing() > judged.likely();
    }

    private static String kind(String line) {
        return line.substring(0, line.indexOf('\t'));
    }

    private static Sentence sentence(String line) {
        Utterance said = new Utterance(
                line.substring(line.indexOf('\t') + 1),
                "en",
                LocalDateTime.of(2026, 11, 23, 10, 30),
                Currency.getInstance("PKR"),
                PEOPLE);
        return new Sentence(Folding.visible(said.text()), said, ENGLISH);
    }

    private List<String> lines() {
        double[][] learnt = learnt();
        List<String> lines = new ArrayList<>(List.of(String.join("\t", kinds)));
        for (int i = 0; i < rows.size(); i++) {
            ByteBuffer bytes = ByteBuffer.allocate(kinds.size() * Short.BYTES);
            for (double weight : learnt[i]) {
                bytes.putShort((short)
                        Math.clamp(Math.round(weight * Judgement.UNIT), (int) Short.MIN_VALUE, (int) Short.MAX_VALUE));
            }
            lines.add(rows.get(i) + "\t" + Base64.getEncoder().encodeToString(bytes.array()));
        }
        return lines;
    }

    private double[][] learnt() {
        int classes = kinds.size();
        double[] heed = heed();
        double[][] weights = new double[rows.size()][classes];
        double[][] mean = new double[rows.size()][classes];
        double[][] spread = new double[rows.size()][classes];
        for (int round = 1; round <= ROUNDS; round++) {
            double[][] slope = slope(weights, heed);
            double meanBias = 1 - Math.pow(0.9, round);
            double spreadBias = 1 - Math.pow(0.999, round);
            for (int i = 0; i < rows.size(); i++) {
                for (int k = 0; k < classes; k++) {
                    double g = slope[i][k] / examples.size() + (i == 0 ? 0 : DECAY * weights[i][k]);
                    mean[i][k] = 0.9 * mean[i][k] + 0.1 * g;
                    spread[i][k] = 0.999 * spread[i][k] + 0.001 * g * g;
                    weights[i][k] -= STEP * (mean[i][k] / meanBias) / (Math.sqrt(spread[i][k] / spreadBias) + 1e-8);
                }
            }
        }
        return weights;
    }

    private double[][] slope(double[][] weights, double[] heed) {
        double[][] slope = new double[rows.size()][kinds.size()];
        for (int e = 0; e < examples.size(); e++) {
            double[] sums = new double[kinds.size()];
            for (int j = 0; j < at[e].length; j++) {
                double[] row = weights[at[e][j]];
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += value[e][j] * row[k];
                }
            }
            double[] miss = shares(sums);
            miss[kinds.indexOf(examples.get(e).kind)] -= 1;
            for (int j = 0; j < at[e].length; j++) {
                double[] row = slope[at[e][j]];
                double by = value[e][j] * heed[e];
                for (int k = 0; k < miss.length; k++) {
                    row[k] += by * miss[k];
                }
            }
        }
        return slope;
    }

    private static double[] shares(double[] sums) {
        double most = Arrays.stream(sums).max().orElse(0);
        double[] shares =
                Arrays.stream(sums).map(sum -> StrictMath.exp(sum - most)).toArray();
        double all = 0;
        for (double share : shares) {
            all += share;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= all;
        }
        return shares;
    }

    /** What there are few examples of counts more, by the root of how few. */
    private double[] heed() {
        Map<String, Long> counts = examples.stream()
                .collect(Collectors.groupingBy(example -> example.kind, TreeMap::new, Collectors.counting()));
        double[] heed = examples.stream()
                .mapToDouble(example -> 1 / Math.sqrt(counts.get(example.kind)))
                .toArray();
        double all = 0;
        for (double one : heed) {
            all += one;
        }
        for (int i = 0; i < heed.length; i++) {
            heed[i] *= heed.length / all;
        }
        return heed;
    }
}
