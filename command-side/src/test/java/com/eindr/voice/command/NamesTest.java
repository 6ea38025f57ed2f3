package com.eindr.voice.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.voice.Choice;
import com.eindr.voice.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private static final String[] PEOPLE = {"Saad", "Ana Lima", "Zainab Malik", "Mohammed", "Björn", "Catherine"};

    @ParameterizedTest
    @CsvSource({
        "saad, Saad",
        "sad, Saad",
        "سعد, Saad",
        "साद, Saad",
        "anna, Ana Lima",
        "ana lima, Ana Lima",
        "zaynab, Zainab Malik",
        "zainab malik, Zainab Malik",
        "muhammad, Mohammed",
        "محمد, Mohammed",
        "bjorn, Björn",
        "katherine, Catherine"
    })
    void people_are_known_by_sound_and_spelling(String said, String name) {
        assertThat(new Names(List.of(PEOPLE), Lexicon.read("en")).of(List.of(said.split(" ", -1))))
                .containsExactly(name);
    }

    @Test
    void somebody_unknown_is_nobody_and_is_asked() {
        var understood = Listener.only("walter owes me 50", PEOPLE);

        assertThat(understood.fate()).isEqualTo(Fate.NEEDS_CONFIRMATION);
        assertThat(understood.slots().counterparty()).isEqualTo("walter");
    }

    @Test
    void two_of_one_name_are_a_choice() {
        var understood = Listener.only("ana owes me 50", "Ana Lima", "Ana Souza", "Saad");

        assertThat(understood.fate()).isEqualTo(Fate.NEEDS_CONFIRMATION);
        assertThat(understood.choices()).containsExactly(new Choice("counterparty", List.of("Ana Lima", "Ana Souza")));
    }
}
