package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.voice.Labelled.Round;
import com.eindr.voice.Interpreter;
import com.eindr.voice.command.GrammarInterpreter;
import com.eindr.voice.command.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The voice against the sentences that nothing was tuned for. With {@code -Deindr.voice.report=FILE}, as
 * {@code infra/bench/voice} calls it, writes what was measured there.
 */
class VoiceQualityTest {
    private static final Map<Round, Scorecards> rounds = new EnumMap<>(Round.class);
    private static final List<Duration> latencies = new ArrayList<>();
    private static Duration load = Duration.ZERO;
    private static long before;
    private static long after;

    @BeforeAll
    static void listen() throws IOException {
        before = resident();
        MiniLmMeaning meaning = new MiniLmMeaning();
        load = time(meaning::load);
        after = resident();
        Interpreter interpreter = new GrammarInterpreter(Judgement.by(meaning));
        List<Labelled> sentences = Labelled.all().stream()
                .filter(sentence -> sentence.round() != Round.OWN || sentence.isHeld())
                .toList();
        for (Labelled sentence : sentences) {
            rounds.computeIfAbsent(sentence.round(), unseen -> new Scorecards())
                    .take(sentence, interpreter.interpret(sentence.utterance()).intents());
        }
        sentences.forEach(sentence -> latencies.add(time(() -> interpreter.interpret(sentence.utterance()))));
        Collections.sort(latencies);
        String report = System.getProperty("eindr.voice.report", "");
        if (!report.isEmpty()) {
            Files.writeString(Path.of(report), report());
        }
    }

    private static Scorecards of(Round round) {
        return Objects.requireNonNull(rounds.get(round));
    }

    @Test
    void english_that_nobody_has_learnt_from_is_understood() {
        Scorecard english = of(Round.UNTOUCHED).english();

        assertThat(english.intents()).isGreaterThanOrEqualTo(95);
        assertThat(english.slots()).isGreaterThanOrEqualTo(90);
        assertThat(english.rejection()).isGreaterThanOrEqualTo(90);
    }

    @Test
    void other_languages_that_nobody_has_learnt_from_are_understood() {
        for (String language : Labelled.LANGUAGES.subList(1, Labelled.LANGUAGES.size())) {
            Scorecard card = of(Round.UNTOUCHED).of(language);

            assertThat(card.intents()).as(language).isGreaterThanOrEqualTo(90);
            assertThat(card.slots()).as(language).isGreaterThanOrEqualTo(80);
        }
        assertThat(of(Round.UNTOUCHED).others().rejection()).isGreaterThanOrEqualTo(90);
    }

    @ParameterizedTest
    @EnumSource(Round.class)
    void what_has_been_learnt_is_not_forgotten(Round round) {
        Scorecards cards = of(round);

        assertThat(cards.english().intents()).isGreaterThanOrEqualTo(90);
        assertThat(cards.english().slots()).isGreaterThanOrEqualTo(85);
        assertThat(cards.english().rejection()).isGreaterThanOrEqualTo(90);
        for (String language : Labelled.LANGUAGES.subList(1, Labelled.LANGUAGES.size())) {
            assertThat(cards.of(language).intents()).as(language).isGreaterThanOrEqualTo(85);
            assertThat(cards.of(language).slots()).as(language).isGreaterThanOrEqualTo(75);
        }
    }

    @ParameterizedTest
    @EnumSource(Round.class)
    void nothing_is_taken_away_that_nobody_meant(Round round) {
        assertThat(of(round).all().destroyed()).isEmpty();
    }

    private static String report() {
        StringBuilder text = new StringBuilder();
        rounds.forEach((round, cards) -> text.append("### ")
                .append(round.name().toLowerCase(Locale.ROOT))
                .append("\n\n")
                .append(cards.table())
                .append('\n'));
        text.append(String.format(
                Locale.ROOT,
                "Interpretation: p50 %.1f ms, p95 %.1f ms, worst %.1f ms of %d. Model loaded in %d ms, "
                        + "%d MiB resident.%n%n",
                millis(50),
                millis(95),
                millis(100),
                latencies.size(),
                load.toMillis(),
                (after - before) / 1024));
        Scorecard untouched = of(Round.UNTOUCHED).all();
        return text.append(untouched.intentTable())
                .append('\n')
                .append(untouched.slotTable())
                .append('\n')
                .append(untouched.confusionTable())
                .toString();
    }

    private static double millis(int percent) {
        int index = Math.min(latencies.size() - 1, latencies.size() * percent / 100);
        return latencies.get(index).toNanos() / 1e6;
    }

    private static Duration time(Runnable work) {
        Instant start = Instant.now();
        work.run();
        return Duration.between(start, Instant.now());
    }

    /** KiB of this process in memory, as Linux says it; 0 elsewhere. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
