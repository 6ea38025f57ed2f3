package com.eindr.voice.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.voice.Fate;
import com.eindr.voice.Slots;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Times against references that count days one by one. */
class TimesPropertyTest {

    @Property
    void so_many_minutes_from_now(
            @ForAll("moments") LocalDateTime now, @ForAll @IntRange(min = 1, max = 600) int minutes) {
        assertThat(slots("remind me in " + minutes + " minutes to eat", now).start())
                .isEqualTo(now.plusMinutes(minutes));
    }

    @Property
    void a_time_of_24_hours_tomorrow_is_that_time(
            @ForAll("moments") LocalDateTime now,
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 59) int minute) {
        String clock = String.format(Locale.ROOT, "%02d:%02d", hour, minute);
        LocalDateTime expected = now.toLocalDate().plusDays(1).atTime(hour, minute);

        assertThat(slots("remind me tomorrow at " + clock + " to eat", now).start())
                .isEqualTo(expected);
    }

    @Property
    void a_weekday_is_the_first_one_to_come(@ForAll("moments") LocalDateTime now, @ForAll DayOfWeek day) {
        LocalDate expected = now.toLocalDate().plusDays(1);
        while (expected.getDayOfWeek() != day) {
            expected = expected.plusDays(1);
        }

        assertThat(slots("remind me on " + name(day) + " at 3 pm to eat", now).start())
                .isEqualTo(expected.atTime(15, 0));
    }

    @Property
    void the_next_weekday_lies_in_the_week_after_this(@ForAll("moments") LocalDateTime now, @ForAll DayOfWeek day) {
        LocalDate expected = now.toLocalDate();
        do {
            expected = expected.plusDays(1);
        } while (expected.getDayOfWeek() != DayOfWeek.MONDAY);
        while (expected.getDayOfWeek() != day) {
            expected = expected.plusDays(1);
        }

        assertThat(slots("remind me next " + name(day) + " at 15:00 to eat", now)
                        .start())
                .isEqualTo(expected.atTime(15, 0));
    }

    @Property
    void a_date_is_the_next_day_of_that_name(
            @ForAll("moments") LocalDateTime now, @ForAll Month month, @ForAll @IntRange(min = 1, max = 28) int day) {
        LocalDate expected = now.toLocalDate();
        while (expected.getMonth() != month || expected.getDayOfMonth() != day) {
            expected = expected.plusDays(1);
        }
        String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);

        assertThat(slots("remind me on " + name + " " + day + " at 23:59 to eat", now)
                        .start())
                .isEqualTo(expected.atTime(23, 59));
    }

    @Property
    void what_repeats_on_a_weekday_begins_with_the_first_one_still_to_come(
            @ForAll("moments") LocalDateTime now, @ForAll DayOfWeek day) {
        LocalDateTime expected = now.toLocalDate().atTime(20, 0);
        while (!expected.isAfter(now) || expected.getDayOfWeek() != day) {
            expected = expected.plusDays(1);
        }
        Slots slots = slots("remind me every " + name(day) + " at 8 pm to eat", now);

        assertThat(slots.start()).isEqualTo(expected);
        assertThat(slots.recurrence())
                .isEqualTo("FREQ=WEEKLY;BYDAY=" + day.name().substring(0, 2));
    }

    @Property
    void an_hour_of_tomorrow_that_could_be_either_is_asked(@ForAll @IntRange(min = 1, max = 12) int hour) {
        var understood = Listener.only("remind me tomorrow at " + hour + " to eat");
        LocalDateTime tomorrow = Listener.NOW.toLocalDate().plusDays(1).atStartOfDay();

        if (hour < 7) {
            assertThat(understood.fate()).isEqualTo(Fate.NEEDS_CONFIRMATION);
            assertThat(understood.choices().getFirst().values())
                    .containsExactly(
                            tomorrow.plusHours(hour + 12L).toString(),
                            tomorrow.plusHours(hour).toString());
        } else {
            assertThat(understood.fate()).isEqualTo(Fate.UNDERSTOOD);
            assertThat(understood.slots().start()).isEqualTo(tomorrow.plusHours(hour));
        }
    }

    @Provide
    Arbitrary<LocalDateTime> moments() {
        return Arbitraries.longs()
                .between(0, 4L * 366 * 24 * 60)
                .map(minutes -> LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(minutes));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static Slots slots(String text, LocalDateTime now) {
        return Listener.hear(text, "en", now).intents().getFirst().slots();
    }
}
