package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.voice.ModelLoading.ModelLoaded;
import com.eindr.voice.Fate;
import com.eindr.voice.Interpretation;
import com.eindr.voice.Interpreter;
import com.eindr.voice.SentenceMeaning;
import com.eindr.voice.Utterance;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTest {

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
        VoiceConfiguration voice = new VoiceConfiguration(meaning);
        Interpreter interpreter = voice.interpreter();
        assertThat(cancel(interpreter)).isEqualTo(Fate.NEEDS_CONFIRMATION);

        meaning.load();
        voice.learn(new ModelLoaded());

        assertThat(cancel(interpreter)).isEqualTo(Fate.UNDERSTOOD);
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
