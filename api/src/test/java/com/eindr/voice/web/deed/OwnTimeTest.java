package com.eindr.voice.web.deed;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.ReminderView;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.UserId;
import com.eindr.shared.web.WriteRequest;
import com.eindr.voice.Choice;
import com.eindr.voice.Fate;
import com.eindr.voice.Intent;
import com.eindr.voice.Relative;
import com.eindr.voice.Selection;
import com.eindr.voice.Slots;
import com.eindr.voice.Understanding;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A time of which only a part was said is completed by what the reminder has itself. */
class OwnTimeTest {
    private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final LocalDateTime NOW = MONDAY.atTime(10, 30);
    private static final UserId SPEAKER = new UserId("speaker");
    private static final Relative SIX = either(18, 6);
    private static final Relative NINE = either(9, 21);

    @Test
    void an_hour_is_that_of_its_own_day_and_the_nearer_half_of_it() {
        assertThat(certain(SIX, FRIDAY.atTime(17, 0))).isEqualTo(FRIDAY.atTime(18, 0));
        assertThat(certain(SIX, FRIDAY.atTime(7, 0))).isEqualTo(FRIDAY.atTime(6, 0));
        assertThat(certain(NINE, FRIDAY.atTime(20, 0))).isEqualTo(FRIDAY.atTime(21, 0));
        assertThat(certain(NINE, FRIDAY.atTime(8, 0))).isEqualTo(FRIDAY.atTime(9, 0));
        assertThat(certain(Relative.hours(List.of(LocalTime.of(6, 0))), FRIDAY.atTime(17, 0)))
                .isEqualTo(FRIDAY.atTime(6, 0));
    }

    @Test
    void an_hour_that_may_be_of_either_half_is_asked_about() {
        Order asked = completed(NINE, FRIDAY.atTime(14, 0));

        assertThat(asked.said().fate()).isEqualTo(Fate.NEEDS_CONFIRMATION);
        assertThat(asked.said().choices())
                .containsExactly(new Choice("start", List.of("2026-11-27T09:00", "2026-11-27T21:00")));
    }

    @Test
    void of_today_only_what_is_to_come_is_meant_and_what_is_over_is_asked_about() {
        assertThat(certain(NINE, MONDAY.atTime(11, 0))).isEqualTo(MONDAY.atTime(21, 0));

        Order over = completed(Relative.hours(List.of(LocalTime.of(9, 0))), MONDAY.atTime(17, 0));
        assertThat(over.said().choices()).containsExactly(new Choice("start", List.of()));
        assertThat(over.said().slots().start()).isEqualTo(MONDAY.atTime(9, 0));
    }

    @Test
    void a_day_keeps_the_hour() {
        assertThat(certain(Relative.day(FRIDAY), MONDAY.atTime(17, 15))).isEqualTo(FRIDAY.atTime(17, 15));
    }

    @Test
    void later_and_earlier_are_so_from_its_own_time() {
        assertThat(certain(Relative.by(Duration.ofHours(1)), FRIDAY.atTime(23, 30)))
                .isEqualTo(FRIDAY.plusDays(1).atTime(0, 30));
        assertThat(certain(Relative.by(Duration.ofMinutes(-30)), FRIDAY.atTime(9, 0)))
                .isEqualTo(FRIDAY.atTime(8, 30));
    }

    @Test
    void what_was_to_ring_on_a_day_that_is_over_is_read_as_if_it_were_not_there() {
        assertThat(completed(SIX, MONDAY.minusDays(1).atTime(17, 0)).said().slots())
                .isEqualTo(slots(SIX));
    }

    private static LocalDateTime certain(Relative said, LocalDateTime own) {
        Order whole = completed(said, own);
        assertThat(whole.said().fate()).isEqualTo(Fate.UNDERSTOOD);
        assertThat(whole.said().slots().relative()).isNull();
        return Objects.requireNonNull(whole.said().slots().start());
    }

    private static Order completed(Relative said, LocalDateTime own) {
        Understanding read = new Understanding(Intent.REMINDER_UPDATE, 100, slots(said), Fate.UNDERSTOOD, List.of());
        Person person = new Person(SPEAKER, "en", KARACHI, KARACHI, NOW);
        WriteRequest write = new WriteRequest(SPEAKER, null, OptionalLong.empty());
        Act act = new Act(person, "en", Order.of(read), write, false, Remembered.NOTHING);
        return OwnTime.completed(act, view(own)).order();
    }

    private static Slots slots(Relative said) {
        return Slots.filter(new Selection(null, "dentist", null, null, false), MONDAY.atTime(18, 0))
                .startingAt(said);
    }

    private static ReminderView view(LocalDateTime own) {
        Schedule schedule =
                new Schedule(own, KARACHI, Timing.FIXED, null, RepeatFrom.FROM_DUE, OnMissed.FIRE_LATE, null);
        ReminderId id = new ReminderId(new UUID(0, 1));
        return new ReminderView(id, "dentist", null, schedule, ReminderStatus.ACTIVE, null, SPEAKER, SPEAKER, 1);
    }

    private static Relative either(int first, int last) {
        return Relative.hours(List.of(LocalTime.of(first, 0), LocalTime.of(last, 0)));
    }
}
