package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The voice against the sentences that nothing was tuned for. With {@code -Deindr.voice.report=FILE}, as
 * {@code infra/bench/voice} calls it, writes what was measured there.
 */
class VoiceQualityTest {
    private static final Map<String, Scorecard> cards = new TreeMap<>();
    private static final Scorecard all = new Scorecard();
    private static final Map<String, Scorecard> strangers = new TreeMap<>();
    private static final Scorecard ofStrangers = new Scorecard();
    private static final Scorecard ofForeigners = new Scorecard();
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
        List<Labelled> held = Labelled.of(Labelled.Round.OWN).stream()
                .filter(Labelled::isHeld)
                .toList();
        held.forEach(sentence -> interpreter.interpret(sentence.utterance()));
        for (Labelled sentence : held) {
            latencies.add(time(() -> interpreter.interpret(sentence.utterance())));
            var understood = interpreter.interpret(sentence.utterance()).intents();
            cards.computeIfAbsent(sentence.language(), unseen -> new Scorecard())
                    .take(sentence, understood);
            all.take(sentence, understood);
        }
        Collections.sort(latencies);
        Labelled.of(Labelled.Round.STRANGERS).stream().filter(Labelled::isHeld).forEach(sentence -> {
            var understood = interpreter.interpret(sentence.utterance()).intents();
            strangers
                    .computeIfAbsent(sentence.language(), unseen -> new Scorecard())
                    .take(sentence, understood);
            ofStrangers.take(sentence, understood);
            if (!sentence.language().equals("en")) {
                ofForeigners.take(sentence, understood);
            }
        });
        String report = System.getProperty("eindr.voice.report", "");
        if (!report.isEmpty()) {
            Files.writeString(Path.of(report), report());
        }
    }

    @Test
    void english_is_understood_as_well_as_it_was() {
        Scorecard english = cards.get("en");

        assertThat(english.intents()).isGreaterThanOrEqualTo(95);
        assertThat(english.slots()).isGreaterThanOrEqualTo(90);
        assertThat(english.rejection()).isGreaterThanOrEqualTo(90);
    }

    @Test
    void other_languages_are_understood_as_well_as_they_were() {
        assertThat(cards).hasSize(Labelled.LANGUAGES.size());
        cards.forEach((language, card) -> {
            assertThat(card.intents()).as(language).isGreaterThanOrEqualTo(90);
            assertThat(card.slots()).as(language).isGreaterThanOrEqualTo(80);
        });
    }

    @Test
    void nothing_is_taken_away_that_nobody_meant() {
        assertThat(all.destroyed()).isEmpty();
        assertThat(ofStrangers.destroyed()).isEmpty();
    }

    /** What was reached, and a little less: the sentences of people who had not seen the lexicons. */
    @Test
    void strangers_are_understood_as_well_as_they_were() {
        Scorecard english = strangers.get("en");

        assertThat(english.intents()).isGreaterThanOrEqualTo(79);
        assertThat(english.slots()).isGreaterThanOrEqualTo(66);
        assertThat(english.rejection()).isGreaterThanOrEqualTo(90);
        assertThat(ofForeigners.intents()).isGreaterThanOrEqualTo(85);
        assertThat(ofForeigners.rejection()).isGreaterThanOrEqualTo(95);
        assertThat(ofForeigners.slots()).isGreaterThanOrEqualTo(70);
    }

    private static String table(Map<String, Scorecard> rows, Scorecard sum) {
        StringBuilder text = new StringBuilder();
        text.append("| language | commands | intent | all slots exact | asks rightly | out of scope rejected |"
                + " destroyed unasked |\n|---|---|---|---|---|---|---|\n");
        Labelled.LANGUAGES.stream()
                .filter(rows::containsKey)
                .forEach(language -> text.append(rows.get(language).row(language)));
        return text.append(sum.row("all")).toString();
    }

    private static String report() {
        StringBuilder text = new StringBuilder(table(cards, all));
        text.append(String.format(
                Locale.ROOT,
                "%nInterpretation: p50 %.1f ms, p95 %.1f ms, worst %.1f ms. Model loaded in %d ms, "
                        + "%d MiB resident.%n%n",
                millis(50),
                millis(95),
                millis(100),
                load.toMillis(),
                (after - before) / 1024));
        text.append("### Of strangers, the held half\n\n")
                .append(table(strangers, ofStrangers))
                .append('\n');
        return text.append(all.intentTable())
                .append('\n')
                .append(all.slotTable())
                .append('\n')
                .append(all.confusionTable())
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
