package com.eindr.voice.command;

import static com.eindr.voice.command.Listener.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.voice.Choice;
import com.eindr.voice.Fate;
import com.eindr.voice.Intent;
import com.eindr.voice.Interpretation;
import com.eindr.voice.Relative;
import com.eindr.voice.Selection;
import com.eindr.voice.Slots;
import com.eindr.voice.Understanding;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is to be of a reminder that is there. */
class ChangingTest {

    @ParameterizedTest
    @CsvSource({
        "change the dentist to orthodontist, dentist, orthodontist",
        "could you rename the dentist to orthodontist please, dentist, orthodontist",
        "change the reminder to call mom to call dad, call mom, call dad",
        "change the name of the gym to leg day, gym, leg day",
        "change the gym title to leg day, gym, leg day",
        "call the gym reminder leg day, gym, leg day",
        "the gym should be called leg day, gym, leg day",
    })
    void new_words_are_a_title(String text, String about, String title) {
        Understanding read = only(text);

        assertThat(read.intent()).isEqualTo(Intent.REMINDER_UPDATE);
        assertThat(read.fate()).isEqualTo(Fate.UNDERSTOOD);
        assertThat(read.slots()).isEqualTo(Slots.changed(about(about), title, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "rename the first one to ring the council, 1, ring the council",
        "rename the last one to ring the council, -1, ring the council",
        "call the second one ring the council, 2, ring the council",
        "call it ring the council, 0, ring the council",
        "rename it to dinner at eight with Ana, 0, dinner at eight with Ana",
        "it should say ring the council, 0, ring the council",
    })
    void what_is_renamed_may_be_named_by_its_place(String text, int place, String title) {
        Understanding read = only(text);

        assertThat(read.fate()).isEqualTo(Fate.UNDERSTOOD);
        assertThat(read.slots()).isEqualTo(Slots.changed(place(place), title, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "make the succulents reminder every other day instead, succulents, FREQ=DAILY;INTERVAL=2",
        "make the bins reminder every tuesday, bins, FREQ=WEEKLY;BYDAY=TU",
        "change the bins to every second tuesday, bins, FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "switch the vitamins to weekdays, vitamins, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'",
        "turn the vitamins into a daily reminder, vitamins, FREQ=DAILY",
        "make the water reminder every two hours, water, FREQ=HOURLY;INTERVAL=2",
        "make the rent repeat monthly, rent, FREQ=MONTHLY",
    })
    void a_rhythm_alone_has_no_start(String text, String about, String rule) {
        Understanding read = only(text);

        assertThat(read.intent()).isEqualTo(Intent.REMINDER_UPDATE);
        assertThat(read.fate()).isEqualTo(Fate.UNDERSTOOD);
        assertThat(read.slots()).isEqualTo(Slots.changed(about(about), null, null, rule));
    }

    @Test
    void a_rhythm_with_an_hour_has_its_first_occurrence() {
        Slots read = only("from now on every thursday at 8 pm").slots();

        assertThat(read)
                .isEqualTo(Slots.changed(
                        place(Selection.THAT),
                        null,
                        Listener.NOW.toLocalDate().plusDays(3).atTime(20, 0),
                        "FREQ=WEEKLY;BYDAY=TH"));
        assertThat(only("move the gym to every thursday at 8 pm").slots())
                .isEqualTo(Slots.changed(about("gym"), null, read.start(), "FREQ=WEEKLY;BYDAY=TH"));
    }

    @Test
    void a_rhythm_whose_hour_may_be_two_is_asked_about() {
        Understanding read = only("make it every day at 5");

        assertThat(read.fate()).isEqualTo(Fate.NEEDS_CONFIRMATION);
        assertThat(read.choices()).extracting(Choice::slot).containsExactly("start");
        assertThat(read.slots().recurrence()).isEqualTo("FREQ=DAILY");
    }

    @Test
    void new_words_with_a_new_time_are_confirmed() {
        Understanding read = only("change the dentist to orthodontist on friday at 10");

        assertThat(read.slots().title()).isEqualTo("orthodontist");
        assertThat(read.slots().start())
                .isEqualTo(Listener.NOW.toLocalDate().plusDays(4).atTime(10, 0));
        assertThat(read.choices()).extracting(Choice::slot).containsExactly(Choice.CONFIRM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "change the dentist to another time",
                "change the dentist to something else",
                "change the dentist to some other day",
                "change the dentist to later",
                "change the dentist to the evening-ish",
            })
    void what_says_no_new_words_is_asked_when(String text) {
        Understanding read = only(text);

        assertThat(read.slots().title()).isNull();
        assertThat(read.fate() == Fate.NEEDS_CONFIRMATION || read.slots().start() != null)
                .isTrue();
    }

    @Test
    void what_follows_new_words_is_no_part_of_them() {
        Interpretation read = Listener.hear("rename the coffee to drink tea and move it to tomorrow at 9 am");

        assertThat(read.intents()).hasSize(2);
        assertThat(read.intents().getFirst().slots().title()).isEqualTo("drink tea");
        assertThat(read.intents().getLast().slots().filter()).isEqualTo(place(Selection.THAT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"move the dentist to nowhere", "call it a day", "call it quits", "call it off"})
    void nothing_is_renamed_by_other_words(String text) {
        assertThat(only(text).slots().title()).isNull();
    }

    @Test
    void what_leaves_out_the_day_or_the_hour_says_so() {
        LocalDate today = Listener.NOW.toLocalDate();

        assertThat(relative("move the dentist to six"))
                .isEqualTo(Relative.hours(List.of(LocalTime.of(18, 0), LocalTime.of(6, 0))));
        assertThat(relative("move the dentist to nine"))
                .isEqualTo(Relative.hours(List.of(LocalTime.of(9, 0), LocalTime.of(21, 0))));
        assertThat(relative("move the dentist to 6:30 pm")).isEqualTo(Relative.hours(List.of(LocalTime.of(18, 30))));
        assertThat(relative("move the dentist to friday")).isEqualTo(Relative.day(today.plusDays(4)));
        assertThat(relative("make it half an hour later")).isEqualTo(Relative.by(Duration.ofMinutes(30)));
        assertThat(relative("make it two hours later")).isEqualTo(Relative.by(Duration.ofHours(2)));
        assertThat(relative("postpone the dentist by a week")).isEqualTo(Relative.by(Duration.ofDays(7)));
        assertThat(relative("make it an hour earlier")).isEqualTo(Relative.by(Duration.ofHours(-1)));
        assertThat(relative("bring the dentist forward by an hour")).isEqualTo(Relative.by(Duration.ofHours(-1)));
        assertThat(relative("push it back by half an hour")).isEqualTo(Relative.by(Duration.ofMinutes(30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "move the dentist to friday at six pm",
                "move the dentist to tonight",
                "move the dentist to tonight at eight",
                "move the dentist to tomorrow evening",
                "move the dentist to next week",
                "move the dentist to every friday at 6 pm",
                "snooze it until six pm",
            })
    void what_stands_by_itself_says_nothing_of_the_kind(String text) {
        assertThat(only(text).slots().relative()).isNull();
    }

    private static @Nullable Relative relative(String text) {
        Understanding read = only(text);
        assertThat(read.intent()).isEqualTo(Intent.REMINDER_UPDATE);
        return read.slots().relative();
    }

    private static Selection about(String words) {
        return new Selection(null, words, null, null, false);
    }

    private static Selection place(int place) {
        return new Selection(place, null, null, null, false);
    }
}
