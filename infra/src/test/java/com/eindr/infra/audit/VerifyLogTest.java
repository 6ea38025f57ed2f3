package com.eindr.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.audit.VerifyLog.Verdict;
import com.eindr.infra.proof.LogUnderProof;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyLogTest {
    private static final int EVENTS = 1_100;

    @TempDir
    private static Path folder;

    private static LogUnderProof log = new LogUnderProof();
    private static List<String> export = List.of();
    private static String older = "";

    @TempDir
    private Path scratch;

    @BeforeAll
    static void export() throws IOException {
        log.append(500);
        log.sign();
        older = log.checkpoint();
        log.append(EVENTS - 500);
        log.sign();
        Path file = folder.resolve("export");
        write(log, file);
        export = Files.readAllLines(file);
    }

    @AfterAll
    static void close() {
        log.close();
    }

    private static void write(LogUnderProof log, Path file) throws IOException {
        try (OutputStream output = Files.newOutputStream(file)) {
            long end = log.log().last();
            new EventExport(output, log.exported()).write(0, end, new StoredRange(log.log(), 0, end));
        }
    }

    @Test
    void an_export_as_it_was_made_is_what_was_signed() throws IOException {
        Verdict verdict = verified(export, log.checkpoint());
        assertThat(verdict.said()).startsWith("OK: 1100 events are those that example.org/log has signed");
        assertThat(verdict.status()).isZero();
        assertThat(verified(export, older).said()).startsWith("OK: 1100 events");
        assertThat(VerifyLog.run(file("export", export), file("older", List.of(older)))
                        .said())
                .startsWith("OK: 500 events")
                .contains("no --key was given", "600 newer events of the export are not signed yet");
    }

    /** What is done to the lines of the export, and what is said about it. Event n is looked up by its line. */
    static Stream<Arguments> tamperings() {
        return Stream.of(
                changed("text", 417, line -> line.replace("Grüße", "Gruße"), "altered: at position 417"),
                changed(
                        "identifier",
                        300,
                        line -> line.replaceFirst("eventId\":\".", "eventId\":\"x"),
                        "altered: at position 300"),
                changed(
                        "aggregate",
                        1_100,
                        line -> line.replace("aggregate-", "aggregated-"),
                        "altered: at position 1100"),
                changed(
                        "number",
                        1,
                        line -> line.replace("sequenceNumber\":1", "sequenceNumber\":2"),
                        "altered: at position 1 "),
                changed("type", 256, line -> line.replace("\"Account\"", "null"), "altered: at position 256"),
                changed("class", 257, line -> line.replace("Something", "Anything"), "altered: at position 257"),
                changed(
                        "revision",
                        1_024,
                        line -> line.replace("payloadRevision\":\"1\"", "payloadRevision\":null"),
                        "altered: at position 1024"),
                changed(
                        "time",
                        1_025,
                        line -> line.replaceFirst("(timestamp\":\"\\d+-\\d+-\\d+T\\d+:)\\d", "$19"),
                        "altered: at position 1025"),
                changed("actor", 999, line -> line.replace("user-", "loser-"), "altered: at position 999"),
                changed(
                        "position",
                        999,
                        line -> line.replace("position\":999", "position\":998"),
                        "altered: at position 999"),
                changed(
                        "a second payload",
                        44,
                        line -> line.replaceFirst("\"payload\"", "\"payload\":\"{}\",\"payload\""),
                        "altered: at position 44"),
                changed("broken", 44, line -> line.replaceFirst("\"", ""), "altered: at position 44"),
                lines("removed", lines -> lines.remove(lineOf(lines, 417)), "removed: the one at position 417"),
                lines("the first removed", lines -> lines.remove(lineOf(lines, 1)), "removed: the one at position 1 "),
                lines(
                        "the last of a row removed",
                        lines -> lines.remove(lineOf(lines, 512)),
                        "removed: the one at position 512"),
                lines(
                        "inserted",
                        lines -> lines.add(lineOf(lines, 417), lines.get(lineOf(lines, 900))),
                        "inserted: at position 417"),
                lines(
                        "repeated",
                        lines -> lines.add(lineOf(lines, 417), lines.get(lineOf(lines, 416))),
                        "position 417"),
                lines(
                        "reordered",
                        lines -> Collections.swap(lines, lineOf(lines, 417), lineOf(lines, 420)),
                        "reordered: at position 417"),
                lines(
                        "the newest removed",
                        lines -> lines.subList(lineOf(lines, 1_091), lines.size())
                                .clear(),
                        "the first that is missing is 1091"),
                lines(
                        "altered with its hash",
                        lines -> {
                            change(lines, 417, line -> line.replace("Grüße", "Gruße"));
                            row(lines, "\"level\":0,\"index\":1,");
                        },
                        "one of the events 257 to 512"),
                lines(
                        "altered without its row of hashes",
                        lines -> {
                            change(lines, 417, line -> line.replace("Grüße", "Gruße"));
                            lines.removeIf(line -> line.startsWith("{\"tile\":{\"level\":0,\"index\":1,"));
                        },
                        "one of the events 257 to 512"),
                lines(
                        "altered with the row of hashes and the edge above it",
                        lines -> {
                            change(lines, 417, line -> line.replace("Grüße", "Gruße"));
                            row(lines, "\"level\":0,\"index\":1,");
                            row(lines, "\"level\":1,\"index\":0,");
                        },
                        "one of the events 1 to 1100"),
                lines(
                        "altered without any hashes",
                        lines -> {
                            change(lines, 417, line -> line.replace("Grüße", "Gruße"));
                            lines.removeIf(line -> line.startsWith("{\"tile\""));
                        },
                        "one of the events 1 to 1100"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void what_was_done_to_an_export_is_found_and_named(String name, Consumer<List<String>> tampering, String said)
            throws IOException {
        List<String> lines = new ArrayList<>(export);
        tampering.accept(lines);
        assertThat(lines).isNotEqualTo(export);

        Verdict verdict = verified(lines, log.checkpoint());

        assertThat(verdict.said()).startsWith("TAMPERED: ").contains(said);
        assertThat(verdict.status()).isEqualTo(1);
    }

    @Test
    void rows_of_hashes_above_rows_of_hashes_lead_to_the_event() throws IOException {
        try (LogUnderProof large = new LogUnderProof()) {
            large.append(66_000);
            large.sign();
            Path file = scratch.resolve("large");
            write(large, file);
            List<String> lines = Files.readAllLines(file);
            Path checkpoint = file("checkpoint", List.of(large.checkpoint()));
            assertThat(VerifyLog.run(file, checkpoint).said()).startsWith("OK: 66000 events");

            change(lines, 65_000, line -> line.replace("user-", "loser-"));
            assertThat(VerifyLog.run(file("altered", lines), checkpoint).said())
                    .contains("altered: at position 65000 stands Something");
            row(lines, "\"level\":0,\"index\":253,");
            row(lines, "\"level\":1,\"index\":0,");
            assertThat(VerifyLog.run(file("altered", lines), checkpoint).said())
                    .contains("one of the events 1 to 65536 ");
        }
    }

    @Test
    void hashes_that_were_changed_beside_true_events_change_nothing() throws IOException {
        List<String> lines = new ArrayList<>(export);
        row(lines, "\"level\":0,\"index\":1,");
        assertThat(verified(lines, log.checkpoint()).said()).startsWith("OK: 1100");
    }

    @Test
    void older_checkpoints_say_between_which_of_them_it_was() throws IOException {
        List<String> lines = new ArrayList<>(export);
        change(lines, 417, line -> line.replace("Grüße", "Gruße"));
        lines.removeIf(line -> line.startsWith("{\"tile\""));
        assertThat(verified(lines, older + "\n" + log.checkpoint()).said()).contains("one of the events 1 to 500 ");
    }

    @Test
    void a_checkpoint_that_somebody_else_signed_or_changed_counts_for_nothing() throws IOException {
        Path file = file("export", export);
        Path checkpoint = file("checkpoint", List.of(log.checkpoint().replace("1100", "1099")));
        assertThat(VerifyLog.run(file, checkpoint, "--key", log.verifierKey()))
                .returns(1, Verdict::status)
                .satisfies(verdict -> assertThat(verdict.said()).contains("not signed by a key that was given"));
    }

    @Test
    void the_script_runs_on_the_plain_java_of_the_machine_and_explains_itself() throws IOException {
        Path file = file("export", export);
        Path checkpoint = file("checkpoint", List.of(log.checkpoint()));
        assertThat(VerifyLog.script(file, checkpoint, "--key", log.verifierKey()))
                .returns(0, Verdict::status);
        assertThat(VerifyLog.script("--help").said()).contains("Usage: verify-log EXPORT CHECKPOINT");
        assertThat(VerifyLog.run(file).status()).isEqualTo(2);
        assertThat(VerifyLog.run(file, scratch.resolve("absent")).status()).isEqualTo(2);
        assertThat(VerifyLog.run(file, file).status()).isEqualTo(2);
    }

    private Verdict verified(List<String> lines, String checkpoint) throws IOException {
        return VerifyLog.run(
                file("export", lines), file("checkpoint", List.of(checkpoint)), "--key", log.verifierKey());
    }

    private Path file(String name, List<String> lines) throws IOException {
        return Files.write(scratch.resolve(name), lines);
    }

    private static Arguments changed(
            String name, int event, java.util.function.UnaryOperator<String> change, String said) {
        return lines(name, lines -> change(lines, event, change), said);
    }

    private static Arguments lines(String name, Consumer<List<String>> tampering, String said) {
        return Arguments.of(name, tampering, said);
    }

    private static void change(List<String> lines, int event, java.util.function.UnaryOperator<String> change) {
        int line = lineOf(lines, event);
        lines.set(line, change.apply(lines.get(line)));
    }

    /** Changes the hashes of a row. */
    private static void row(List<String> lines, String which) {
        lines.replaceAll(line -> line.startsWith("{\"tile\":{" + which)
                ? line.replace("\"hashes\":\"A", "\"hashes\":\"B").replaceFirst("\"hashes\":\"[^AB]", "\"hashes\":\"A")
                : line);
    }

    private static int lineOf(List<String> lines, int event) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("{\"position\":" + event + ",")) {
                return i;
            }
        }
        throw new AssertionError("no event " + event);
    }
}
