package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.voice.Fate;
import com.eindr.voice.Interpretation;
import com.eindr.voice.Interpreter;
import com.eindr.voice.SentenceMeaning;
import com.eindr.voice.Utterance;
import com.eindr.voice.command.Judgement;
import com.eindr.voice.command.Learning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
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

    /**
     * With {@code -Deindr.docs=write} it is learnt anew, which is needed whenever the examples change. A word here and there
     * may be read otherwise since then, so few may be judged otherwise; one in five is asked.
     */
    @Test
    void what_was_learnt_tells_of_the_examples_what_they_are() throws IOException {
        MiniLmMeaning meaning = new MiniLmMeaning();
        meaning.load();
        List<String> examples = lines("en.examples");
        if ("write".equals(System.getProperty("eindr.docs"))) {
            Files.write(RESOURCES.resolve("en.weights"), Learning.weights(examples, meaning));
        }

        Judgement judgement = Judgement.by(meaning);
        List<String> asked = IntStream.range(0, examples.size() / 5)
                .mapToObj(i -> examples.get(5 * i))
                .toList();
        List<String> otherwise =
                asked.stream().filter(line -> !Learning.agrees(judgement, line)).toList();

        assertThat(asked).hasSizeGreaterThan(200);
        assertThat(otherwise).hasSizeLessThan(asked.size() / 20);
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
