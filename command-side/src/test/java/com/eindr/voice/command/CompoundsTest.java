package com.eindr.voice.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.voice.Slots;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompoundsTest {

    @ParameterizedTest
    @CsvSource({
        "erinnere mich am Dienstagabend an das Training, das Training, 2026-11-24T19:00,",
        "am samstagvormittag um zehn auto waschen bitte eintragen, auto waschen, 2026-11-28T10:00,",
        "jeden donnerstagmorgen um acht yoga, yoga, 2026-11-26T08:00, FREQ=WEEKLY;BYDAY=TH",
        "freitagabends an den müll erinnern, den müll, 2026-11-27T19:00, FREQ=WEEKLY;BYDAY=FR",
        "erinnere mich morgen um neun an den Freitagskuchen, den Freitagskuchen, 2026-11-24T09:00,"
    })
    void a_day_and_a_part_of_it_in_one_word_are_both(
            String text, String title, LocalDateTime start, @Nullable String rule) {
        Slots slots =
                Listener.hear(text, "de", Listener.NOW).intents().getFirst().slots();

        assertThat(slots.title()).isEqualTo(title);
        assertThat(slots.start()).isEqualTo(start);
        assertThat(slots.recurrence()).isEqualTo(rule);
    }
}
