package com.eindr.voice.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.voice.Intent;
import com.eindr.voice.Selection;
import com.eindr.voice.Slots;
import com.eindr.voice.Understanding;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people say besides, and how they say times and things, without a model. */
class ManyWaysTest {
    private static List<Slots> slots(String text) {
        return Listener.hear(text).intents().stream().map(Understanding::slots).toList();
    }

    private static Selection filter(Slots slots) {
        return Objects.requireNonNull(slots.filter());
    }

    @Test
    void one_thing_at_two_times_is_two_reminders() {
        assertThat(slots("remind me to take my insulin at one pm and again at eight pm"))
                .containsExactly(
                        Slots.reminder("take my insulin", LocalDateTime.of(2026, 11, 23, 13, 0), null),
                        Slots.reminder("take my insulin", LocalDateTime.of(2026, 11, 23, 20, 0), null));
    }

    @Test
    void things_that_are_called_off_together_are_called_off_one_by_one() {
        assertThat(slots("cancel the yoga and the haircut"))
                .extracting(slots -> filter(slots).about())
                .containsExactly("yoga", "haircut");
        assertThat(slots("cancel the gin and tonic"))
                .extracting(slots -> filter(slots).about())
                .containsExactly("gin and tonic");
    }

    @Test
    void why_it_is_so_names_nothing() {
        assertThat(filter(slots("forget about the gym one i'm not going").getFirst())
                        .about())
                .isEqualTo("gym");
    }

    @ParameterizedTest
    @CsvSource({
        "remind me tomorrow eight forty five to swim, 2026-11-24T08:45",
        "remind me at nineteen hundred to swim, 2026-11-23T19:00",
        "remind me at 1630 to swim, 2026-11-23T16:30",
        "remind me tomorrow at seven oh five to swim, 2026-11-24T07:05",
        "remind me in just ten minutes to swim, 2026-11-23T10:40",
        "remind me to swim every week on friday at noon, 2026-11-27T12:00"
    })
    void an_hour_is_told_in_many_ways(String text, LocalDateTime start) {
        Understanding read = Listener.only(text);
        assertThat(read.intent()).isEqualTo(Intent.REMINDER_CREATE);
        assertThat(read.slots().title()).isEqualTo("swim");
        assertThat(read.slots().start()).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({
        "remind me to buy eggs and five lemons tomorrow, buy eggs and five lemons",
        "remind me to call my mate tomorrow, call my mate",
        "remind me to call my mate tomorrow mate, call my mate"
    })
    void what_is_part_of_a_title_stays_in_it(String text, String title) {
        assertThat(Listener.only(text).slots().title()).isEqualTo(title);
    }
}
