package com.eindr.voice.command;

import com.eindr.voice.Interpretation;
import com.eindr.voice.Understanding;
import com.eindr.voice.Utterance;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody in Karachi who is listened to without a model. */
final class Listener {
    /** A Monday. */
    static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 10, 30);

    private static final GrammarInterpreter interpreter =
            new GrammarInterpreter(Judgement.by(sentence -> Optional.empty()));

    private Listener() {}

    static Interpretation hear(String text, @Nullable String language, LocalDateTime now, String... people) {
        return interpreter.interpret(new Utterance(text, language, now, Currency.getInstance("PKR"), List.of(people)));
    }

    static Interpretation hear(String text, String... people) {
        return hear(text, "en", NOW, people);
    }

    /** What the one command of a sentence was understood as. */
    static Understanding only(String text, String... people) {
        return hear(text, people).intents().getFirst();
    }
}
