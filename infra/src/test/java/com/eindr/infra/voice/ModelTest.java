package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.voice.Fate;
import com.eindr.voice.Interpretation;
import com.eindr.voice.Interpreter;
import com.eindr.voice.SentenceMeaning;
import com.eindr.voice.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTest {
    private static final Path RESOURCES = Path.of("../command-side/src/main/resources/com/eindr/voice/command");

    @Test
    void sentences_of_like_meaning_are_near() {
        MiniLmMeaning meaning = new MiniLmMeaning();
        assertThat(meaning.of("call ana")).isEmpty();

        meaning.load();

        byte[] call = meaning.of("remind me to call ana").orElseThrow();
        byte[] ring = meaning.of("do not let me forget to ring ana").orElseThrow();
        byte[] moon = meaning.of("the moon is made of cheese").orElseThrow();
        assertThat(SentenceMeaning.nearness(call, call)).isBetween(97, 101);
        assertThat(SentenceMeaning.nearness(call, ring)).isGreaterThan(60);
        assertThat(SentenceMeaning.nearness(call, moon)).isLessThan(30);
    }

    /** The application does not wait for its model; while there is none it asks where it would else do. */
    @Test
    void what_takes_something_away_is_asked_until_the_model_is_there() {
        MiniLmMeaning meaning = new MiniLmMeaning();
        Interpreter interpreter = VoiceConfiguration.interpreter(meaning);
        assertThat(cancel(interpreter)).isEqualTo(Fate.NEEDS_CONFIRMATION);

        meaning.load();

        assertThat(cancel(interpreter)).isEqualTo(Fate.UNDERSTOOD);
    }

    /** With {@code -Deindr.docs=write} they are written anew, which is needed whenever the examples change. */
    @Test
    void the_vectors_that_are_kept_are_those_of_the_examples() throws IOException {
        MiniLmMeaning meaning = new MiniLmMeaning();
        meaning.load();
        List<byte[]> made = lines("en.examples").stream()
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .map(sentence -> meaning.of(sentence).orElseThrow())
                .toList();
        if ("write".equals(System.getProperty("eindr.docs"))) {
            Files.write(
                    RESOURCES.resolve("en.vectors"),
                    made.stream()
                            .map(vector -> Base64.getEncoder().encodeToString(vector))
                            .toList());
        }

        List<String> kept = lines("en.vectors");
        assertThat(kept).hasSameSizeAs(made).isNotEmpty();
        for (int i = 0; i < kept.size(); i++) {
            byte[] vector = Base64.getDecoder().decode(kept.get(i));
            assertThat(SentenceMeaning.nearness(vector, made.get(i)))
                    .as("vector " + i)
                    .isGreaterThan(90);
        }
    }

    private static List<String> lines(String name) throws IOException {
        return Files.readAllLines(RESOURCES.resolve(name)).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }

    private static Fate cancel(Interpreter interpreter) {
        Interpretation read = interpreter.interpret(new Utterance(
                "cancel the reminder about the car",
                "en",
                LocalDateTime.of(2026, 11, 23, 10, 30),
                Currency.getInstance("EUR"),
                List.of()));
        return read.intents().getFirst().fate();
    }
}
