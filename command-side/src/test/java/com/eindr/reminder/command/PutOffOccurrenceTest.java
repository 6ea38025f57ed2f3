package com.eindr.reminder.command;

import static com.eindr.reminder.command.ReminderFixture.ANA;
import static com.eindr.reminder.command.ReminderFixture.BEN;
import static com.eindr.reminder.command.ReminderFixture.DAILY;
import static com.eindr.reminder.command.ReminderFixture.ID;
import static com.eindr.reminder.command.ReminderFixture.ONCE;
import static com.eindr.reminder.command.ReminderFixture.alarm;
import static com.eindr.reminder.command.ReminderFixture.at;
import static com.eindr.reminder.command.ReminderFixture.created;
import static com.eindr.reminder.command.ReminderFixture.due;
import static com.eindr.reminder.command.ReminderFixture.expectRefusal;
import static com.eindr.reminder.command.ReminderFixture.id;
import static com.eindr.reminder.command.ReminderFixture.nagging;
import static com.eindr.reminder.command.ReminderFixture.rang;
import static com.eindr.reminder.command.ReminderFixture.repeating;
import static com.eindr.reminder.command.ReminderFixture.timed;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.ReminderCommand.CompleteOccurrence;
import com.eindr.reminder.ReminderCommand.MoveOccurrence;
import com.eindr.reminder.ReminderCommand.SnoozeOccurrence;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceMoved;
import com.eindr.reminder.ReminderEvent.OccurrenceSnoozed;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Snoozing and moving. */
class PutOffOccurrenceTest {
    private static final Alarm FIRST = due("2026-12-01T09:00", "2026-12-01T04:00:00Z");
    private static final Alarm SECOND = due("2026-12-02T09:00", "2026-12-02T04:00:00Z");

    private final ReminderFixture reminder = new ReminderFixture();

    @Test
    void what_rang_is_snoozed_and_rings_again() {
        reminder.givenAt("2026-12-01T04:05:00Z", created(DAILY, FIRST), rangOnTheFirst(SECOND))
                .when(snooze(null, "2026-12-01T04:15:00Z"))
                .expectResultMessagePayload(3L)
                .expectEvents(
                        snoozed("2026-12-01T09:00", "2026-12-01T04:15:00Z", snoozedFirst("2026-12-01T04:15:00Z")));
    }

    @Test
    void snoozing_beyond_the_next_occurrence_does_not_shift_the_series() {
        reminder.givenAt("2026-12-01T04:05:00Z", created(DAILY, FIRST), rangOnTheFirst(SECOND))
                .when(snooze(null, "2026-12-02T05:00:00Z"))
                .expectEvents(snoozed("2026-12-01T09:00", "2026-12-02T05:00:00Z", SECOND));
    }

    @Test
    void snoozing_ahead_of_time_takes_the_occurrence_out_of_the_series() {
        reminder.givenAt("2026-12-01T03:00:00Z", created(DAILY, FIRST))
                .when(snooze(null, "2026-12-03T00:00:00Z"))
                .expectEvents(snoozed("2026-12-01T09:00", "2026-12-03T00:00:00Z", SECOND));
    }

    @Test
    void snoozing_ends_the_nagging() {
        Alarm nag = alarm("2026-12-01T09:00", "2026-12-01T04:10:00Z", Alarm.Kind.NAG, 1);

        reminder.givenAt(
                        "2026-12-01T04:05:00Z",
                        created(nagging(ONCE, Duration.ofMinutes(10)), FIRST),
                        rangOnTheFirst(nag))
                .when(snooze(null, "2026-12-01T07:00:00Z"))
                .expectEvents(
                        snoozed("2026-12-01T09:00", "2026-12-01T07:00:00Z", snoozedFirst("2026-12-01T07:00:00Z")));
    }

    @Test
    void the_same_snooze_again_changes_nothing_and_another_one_replaces_it() {
        Object[] given = {
            created(DAILY, FIRST),
            rangOnTheFirst(SECOND),
            snoozed("2026-12-01T09:00", "2026-12-01T04:15:00Z", snoozedFirst("2026-12-01T04:15:00Z"))
        };
        reminder.givenAt("2026-12-01T04:06:00Z", given)
                .when(snooze(null, "2026-12-01T04:15:00Z"))
                .expectNoEvents()
                .expectResultMessagePayload(3L);
        new ReminderFixture()
                .givenAt("2026-12-01T04:06:00Z", given)
                .when(snooze(null, "2026-12-01T04:25:00Z"))
                .expectEvents(
                        snoozed("2026-12-01T09:00", "2026-12-01T04:25:00Z", snoozedFirst("2026-12-01T04:25:00Z")));
    }

    @Test
    void a_snooze_ends_in_the_future_and_within_a_year() {
        expectRefusal(
                reminder.givenAt("2026-12-01T04:05:00Z", created(DAILY, FIRST))
                        .when(snooze(null, "2026-12-01T04:05:00Z")),
                ReminderRefusal.NOT_IN_THE_FUTURE,
                "until");
        expectRefusal(
                new ReminderFixture()
                        .givenAt("2026-12-01T04:05:00Z", created(DAILY, FIRST))
                        .when(snooze(null, "2027-12-02T04:05:01Z")),
                ReminderRefusal.INVALID_SCHEDULE,
                "until");
    }

    @Test
    void an_occurrence_is_moved_to_another_local_time() {
        Alarm moved = alarm("2026-12-02T09:00", "2026-12-01T13:00:00Z", Alarm.Kind.MOVED, 0);

        reminder.givenAt("2026-12-01T05:00:00Z", created(DAILY, FIRST), rangOnTheFirst(SECOND))
                .when(move("2026-12-02T09:00", "2026-12-01T18:00"))
                .expectResultMessagePayload(3L)
                .expectEvents(moved("2026-12-02T09:00", "2026-12-01T18:00", moved));
    }

    @Test
    void a_moved_occurrence_may_meet_a_gap_too() {
        ZoneId berlin = ReminderFixture.BERLIN;
        Schedule schedule =
                DAILY.startingAt(LocalDateTime.of(2027, 3, 28, 9, 0)).inZone(berlin);
        Alarm due = due("2027-03-28T09:00", "2027-03-28T07:00:00Z");
        Alarm moved =
                new Alarm(id("2027-03-28T09:00"), at("2027-03-28T01:30:00Z"), Adjustment.GAP, Alarm.Kind.MOVED, 0);

        reminder.given(created(schedule, due))
                .when(move(null, "2027-03-28T02:30"))
                .expectEvents(moved("2027-03-28T09:00", "2027-03-28T02:30", moved));
    }

    @Test
    void a_whole_day_is_moved_to_a_day() {
        Schedule day = timed(ONCE, Timing.ALL_DAY).tidy();

        reminder.given(created(day, due("2026-12-01", "2026-12-01T04:00:00Z")))
                .when(move("2026-12-01", "2026-12-05T18:00"))
                .expectEvents(moved(
                        "2026-12-01",
                        "2026-12-05T00:00",
                        alarm("2026-12-01", "2026-12-05T04:00:00Z", Alarm.Kind.MOVED, 0)));
    }

    @Test
    void the_same_move_again_changes_nothing() {
        Alarm moved = alarm("2026-12-01T09:00", "2026-12-01T13:00:00Z", Alarm.Kind.MOVED, 0);

        reminder.given(created(ONCE, FIRST), moved("2026-12-01T09:00", "2026-12-01T18:00", moved))
                .when(move(null, "2026-12-01T18:00"))
                .expectNoEvents()
                .expectResultMessagePayload(2L);
    }

    @Test
    void nothing_is_moved_into_the_past_or_out_of_the_calendar() {
        expectRefusal(
                reminder.givenAt("2026-12-01T13:00:00Z", created(DAILY, FIRST)).when(move(null, "2026-12-01T18:00")),
                ReminderRefusal.NOT_IN_THE_FUTURE,
                "start");
        expectRefusal(
                new ReminderFixture().given(created(DAILY, FIRST)).when(move(null, "+10000-01-01T00:00")),
                ReminderRefusal.INVALID_SCHEDULE,
                "start");
    }

    @Test
    void a_snoozed_reminder_that_waits_for_completions_goes_on_when_it_is_done() {
        Schedule daily = repeating(ONCE, "FREQ=DAILY", RepeatFrom.FROM_COMPLETION);
        OccurrenceSnoozed snoozed =
                snoozed("2026-12-01T09:00", "2026-12-01T08:00:00Z", snoozedFirst("2026-12-01T08:00:00Z"));

        reminder.givenAt("2026-12-01T03:00:00Z", created(daily, FIRST))
                .when(snooze(null, "2026-12-01T08:00:00Z"))
                .expectEvents(snoozed);
        new ReminderFixture()
                .givenAt("2026-12-01T08:30:00Z", created(daily, FIRST), snoozed)
                .when(new CompleteOccurrence(ID, ANA, null))
                .expectEvents(new OccurrenceCompleted(
                        ID, ANA, ANA, id("2026-12-01T09:00"), at("2026-12-01T08:30:00Z"), SECOND));
    }

    @Test
    void what_is_settled_is_not_put_off() {
        OccurrenceCompleted completed =
                new OccurrenceCompleted(ID, ANA, ANA, id("2026-12-01T09:00"), at("2026-12-01T03:00:00Z"), SECOND);
        for (Object command : List.of(
                snooze("2026-12-01T09:00", "2026-12-03T00:00:00Z"), move("2026-12-01T09:00", "2026-12-03T00:00"))) {
            expectRefusal(
                    new ReminderFixture()
                            .given(created(DAILY, FIRST), completed)
                            .when(command),
                    ReminderRefusal.OCCURRENCE_SETTLED);
        }
    }

    @Test
    void what_is_not_there_is_not_put_off() {
        for (Object command : List.of(
                snooze("2026-12-01T10:00", "2026-12-03T00:00:00Z"), move("2026-12-01T10:00", "2026-12-03T00:00"))) {
            expectRefusal(
                    new ReminderFixture().given(created(DAILY, FIRST)).when(command),
                    ReminderRefusal.OCCURRENCE_NOT_FOUND,
                    "occurrence");
        }
    }

    @Test
    void a_finished_reminder_is_not_put_off() {
        OccurrenceCompleted done =
                new OccurrenceCompleted(ID, ANA, ANA, id("2026-12-01T09:00"), at("2026-12-01T03:00:00Z"), null);
        for (Object command : List.of(snooze(null, "2026-12-03T00:00:00Z"), move(null, "2026-12-03T00:00"))) {
            expectRefusal(
                    new ReminderFixture()
                            .given(created(ONCE, FIRST), new ReminderCancelled(ID, ANA, ANA))
                            .when(command),
                    ReminderRefusal.REMINDER_NOT_ACTIVE);
            expectRefusal(
                    new ReminderFixture()
                            .given(created(ONCE, FIRST), done, new ReminderCompleted(ID, ANA))
                            .when(command),
                    ReminderRefusal.REMINDER_NOT_ACTIVE);
        }
    }

    @Test
    void somebody_elses_reminder_is_no_reminder() {
        for (Object command : List.of(
                new SnoozeOccurrence(ID, BEN, null, at("2026-12-03T00:00:00Z")),
                new MoveOccurrence(ID, BEN, null, LocalDateTime.of(2026, 12, 3, 0, 0)))) {
            expectRefusal(
                    new ReminderFixture().given(created(DAILY, FIRST)).when(command),
                    ReminderRefusal.REMINDER_NOT_FOUND);
        }
    }

    private static SnoozeOccurrence snooze(@Nullable String occurrence, String until) {
        return new SnoozeOccurrence(ID, ANA, occurrence == null ? null : id(occurrence), at(until));
    }

    private static MoveOccurrence move(@Nullable String occurrence, String start) {
        return new MoveOccurrence(ID, ANA, occurrence == null ? null : id(occurrence), LocalDateTime.parse(start));
    }

    private static OccurrenceSnoozed snoozed(String occurrence, String until, Alarm next) {
        return new OccurrenceSnoozed(ID, ANA, ANA, id(occurrence), at(until), next);
    }

    private static OccurrenceMoved moved(String occurrence, String start, Alarm next) {
        return new OccurrenceMoved(ID, ANA, ANA, id(occurrence), LocalDateTime.parse(start), next);
    }

    private static Alarm snoozedFirst(String until) {
        return alarm("2026-12-01T09:00", until, Alarm.Kind.SNOOZED, 0);
    }

    private static Object rangOnTheFirst(@Nullable Alarm next) {
        return rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:00Z", false, 0, next);
    }
}
