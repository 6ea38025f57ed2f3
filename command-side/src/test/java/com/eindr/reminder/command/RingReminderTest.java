package com.eindr.reminder.command;

import static com.eindr.reminder.command.ReminderFixture.ANA;
import static com.eindr.reminder.command.ReminderFixture.DAILY;
import static com.eindr.reminder.command.ReminderFixture.ID;
import static com.eindr.reminder.command.ReminderFixture.ONCE;
import static com.eindr.reminder.command.ReminderFixture.alarm;
import static com.eindr.reminder.command.ReminderFixture.at;
import static com.eindr.reminder.command.ReminderFixture.created;
import static com.eindr.reminder.command.ReminderFixture.due;
import static com.eindr.reminder.command.ReminderFixture.id;
import static com.eindr.reminder.command.ReminderFixture.missing;
import static com.eindr.reminder.command.ReminderFixture.nagging;
import static com.eindr.reminder.command.ReminderFixture.rang;
import static com.eindr.reminder.command.ReminderFixture.repeating;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderCommand.CompleteOccurrence;
import com.eindr.reminder.ReminderCommand.RingReminder;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceMissed;
import com.eindr.reminder.ReminderEvent.OccurrenceMoved;
import com.eindr.reminder.ReminderEvent.OccurrenceSnoozed;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RingReminderTest {
    private static final Alarm FIRST = due("2026-12-01T09:00", "2026-12-01T04:00:00Z");
    private static final Alarm SECOND = due("2026-12-02T09:00", "2026-12-02T04:00:00Z");
    private static final Alarm THIRD = due("2026-12-03T09:00", "2026-12-03T04:00:00Z");

    private final ReminderFixture reminder = new ReminderFixture();

    @Test
    void it_rings_and_the_next_occurrence_is_armed() {
        reminder.givenAt("2026-12-01T04:00:00.020Z", created(DAILY, FIRST))
                .when(new RingReminder(ID, FIRST))
                .expectEvents(
                        rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:00.020Z", false, 0, SECOND));
    }

    @Test
    void a_single_time_rings_once_and_arms_nothing() {
        reminder.givenAt("2026-12-01T04:00:00Z", created(ONCE, FIRST))
                .when(new RingReminder(ID, FIRST))
                .expectEvents(rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:00Z", false, 0, null));
    }

    @Test
    void a_deadline_that_comes_twice_rings_once() {
        reminder.givenAt(
                        "2026-12-01T04:00:05Z",
                        created(DAILY, FIRST),
                        rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:00Z", false, 0, SECOND))
                .when(new RingReminder(ID, FIRST))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void an_alarm_that_is_not_armed_is_ignored() {
        for (Alarm other : List.of(
                SECOND,
                due("2026-12-01T09:00", "2026-12-01T04:00:01Z"),
                alarm("2026-12-01T09:00", "2026-12-01T04:00:00Z", Alarm.Kind.SNOOZED, 0),
                alarm("2026-12-01T09:00", "2026-12-01T04:00:00Z", Alarm.Kind.NAG, 1))) {
            new ReminderFixture()
                    .givenAt("2026-12-01T04:00:00Z", created(DAILY, FIRST))
                    .when(new RingReminder(ID, other))
                    .expectNoEvents()
                    .expectSuccessfulHandlerExecution();
        }
    }

    @Test
    void a_cancelled_reminder_does_not_ring() {
        reminder.givenAt("2026-12-01T04:00:00Z", created(DAILY, FIRST), new ReminderCancelled(ID, ANA, ANA))
                .when(new RingReminder(ID, FIRST))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_minute_is_punctual_and_more_is_late() {
        reminder.givenAt("2026-12-01T04:01:00Z", created(ONCE, FIRST))
                .when(new RingReminder(ID, FIRST))
                .expectEvents(rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:01:00Z", false, 0, null));
        new ReminderFixture()
                .givenAt("2026-12-01T04:01:00.001Z", created(ONCE, FIRST))
                .when(new RingReminder(ID, FIRST))
                .expectEvents(
                        rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:01:00.001Z", true, 0, null));
    }

    @Test
    void late_occurrences_ring_one_after_the_other() {
        reminder.givenAt("2026-12-05T12:00:00Z", created(DAILY, FIRST))
                .when(new RingReminder(ID, FIRST))
                .expectEvents(
                        rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-05T12:00:00Z", true, 0, SECOND));
    }

    @Test
    void a_series_that_counts_from_now_leaves_out_what_has_passed() {
        Schedule fromNow = repeating(ONCE, "FREQ=DAILY", RepeatFrom.FIRST_FUTURE);
        Alarm sixth = due("2026-12-06T09:00", "2026-12-06T04:00:00Z");

        reminder.givenAt("2026-12-05T12:00:00Z", created(fromNow, FIRST))
                .when(new RingReminder(ID, FIRST))
                .expectEvents(rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-05T12:00:00Z", true, 0, sixth));
    }

    @Test
    void it_does_not_forget_what_it_leaves_out_while_something_else_is_armed() {
        Schedule fromNow = nagging(repeating(ONCE, "FREQ=DAILY", RepeatFrom.FIRST_FUTURE), Duration.ofMinutes(10));
        Alarm nag = alarm("2026-12-01T09:00", "2026-12-05T12:10:00Z", Alarm.Kind.NAG, 1);

        reminder.givenAt(
                        "2026-12-05T12:05:00Z",
                        created(fromNow, FIRST),
                        rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-05T12:00:00Z", true, 0, nag))
                .when(new CompleteOccurrence(ID, ANA, null))
                .expectEvents(new OccurrenceCompleted(
                        ID,
                        ANA,
                        ANA,
                        id("2026-12-01T09:00"),
                        at("2026-12-05T12:05:00Z"),
                        due("2026-12-06T09:00", "2026-12-06T04:00:00Z")));
    }

    @Test
    void a_missed_occurrence_does_not_ring_where_its_owner_wants_no_late_ring() {
        Schedule skipping = missing(DAILY, OnMissed.SKIP);

        reminder.givenAt("2026-12-01T04:01:01Z", created(skipping, FIRST))
                .when(new RingReminder(ID, FIRST))
                .expectEvents(new OccurrenceMissed(
                        ID,
                        ANA,
                        id("2026-12-01T09:00"),
                        at("2026-12-01T04:00:00Z"),
                        at("2026-12-01T04:01:01Z"),
                        SECOND));
    }

    @Test
    void a_series_that_waits_for_completions_does_not_wait_for_a_missed_one() {
        Schedule waiting =
                missing(repeating(ONCE, "FREQ=DAILY;INTERVAL=3;COUNT=2", RepeatFrom.FROM_COMPLETION), OnMissed.SKIP);
        Alarm seventh = due("2026-12-07T09:00", "2026-12-07T04:00:00Z");
        OccurrenceMissed missed = new OccurrenceMissed(
                ID, ANA, id("2026-12-01T09:00"), at("2026-12-01T04:00:00Z"), at("2026-12-04T06:00:00Z"), seventh);

        reminder.givenAt("2026-12-04T06:00:00Z", created(waiting, FIRST))
                .when(new RingReminder(ID, FIRST))
                .expectEvents(missed);
        new ReminderFixture()
                .givenAt("2026-12-08T06:00:00Z", created(waiting, FIRST), missed)
                .when(new RingReminder(ID, seventh))
                .expectEvents(new OccurrenceMissed(
                        ID, ANA, id("2026-12-07T09:00"), at("2026-12-07T04:00:00Z"), at("2026-12-08T06:00:00Z"), null));
    }

    @Test
    void a_series_that_waits_for_completions_arms_nothing_when_it_rings() {
        Schedule waiting = repeating(ONCE, "FREQ=DAILY", RepeatFrom.FROM_COMPLETION);

        reminder.givenAt("2026-12-01T04:00:00Z", created(waiting, FIRST))
                .when(new RingReminder(ID, FIRST))
                .expectEvents(rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:00Z", false, 0, null));
    }

    @Test
    void an_unanswered_ring_is_repeated_until_the_next_occurrence_rings() {
        Schedule nagging = nagging(DAILY, Duration.ofHours(20));
        Alarm nag = alarm("2026-12-01T09:00", "2026-12-02T00:00:05Z", Alarm.Kind.NAG, 1);

        reminder.givenAt("2026-12-01T04:00:05Z", created(nagging, FIRST))
                .when(new RingReminder(ID, FIRST))
                .expectEvents(rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:05Z", false, 0, nag));
        new ReminderFixture()
                .givenAt(
                        "2026-12-02T00:00:06Z",
                        created(nagging, FIRST),
                        rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:05Z", false, 0, nag))
                .when(new RingReminder(ID, nag))
                .expectEvents(
                        rang("2026-12-01T09:00", "2026-12-02T00:00:05Z", "2026-12-02T00:00:06Z", false, 1, SECOND));
        new ReminderFixture()
                .givenAt(
                        "2026-12-02T04:00:00Z",
                        created(nagging, FIRST),
                        rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:05Z", false, 0, nag),
                        rang("2026-12-01T09:00", "2026-12-02T00:00:05Z", "2026-12-02T00:00:06Z", false, 1, SECOND))
                .when(new RingReminder(ID, SECOND))
                .expectEvents(rang(
                        "2026-12-02T09:00",
                        "2026-12-02T04:00:00Z",
                        "2026-12-02T04:00:00Z",
                        false,
                        0,
                        alarm("2026-12-02T09:00", "2026-12-03T00:00:00Z", Alarm.Kind.NAG, 1)));
    }

    @Test
    void it_nags_ten_times_and_no_more() {
        Schedule nagging = nagging(ONCE, Duration.ofMinutes(1));
        List<Object> events = new ArrayList<>();
        events.add(created(nagging, FIRST));
        Alarm next = FIRST;
        for (int nag = 0; nag < 10; nag++) {
            String now = next.dueAt().toString();
            Alarm after = alarm("2026-12-01T09:00", next.dueAt().plusSeconds(60).toString(), Alarm.Kind.NAG, nag + 1);
            events.add(rang("2026-12-01T09:00", now, now, false, nag, after));
            next = after;
        }

        reminder.givenAt(next.dueAt().toString(), events.toArray())
                .when(new RingReminder(ID, next))
                .expectEvents(rang(
                        "2026-12-01T09:00",
                        next.dueAt().toString(),
                        next.dueAt().toString(),
                        false,
                        10,
                        null));
    }

    @Test
    void a_late_repetition_rings_even_where_a_late_occurrence_would_not() {
        Schedule skipping = missing(nagging(ONCE, Duration.ofMinutes(10)), OnMissed.SKIP);
        Alarm nag = alarm("2026-12-01T09:00", "2026-12-01T04:10:00Z", Alarm.Kind.NAG, 1);

        reminder.givenAt(
                        "2026-12-01T09:00:00Z",
                        created(skipping, FIRST),
                        rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:00Z", false, 0, nag))
                .when(new RingReminder(ID, nag))
                .expectEvents(rang(
                        "2026-12-01T09:00",
                        "2026-12-01T04:10:00Z",
                        "2026-12-01T09:00:00Z",
                        true,
                        1,
                        alarm("2026-12-01T09:00", "2026-12-01T09:10:00Z", Alarm.Kind.NAG, 2)));
    }

    @Test
    void a_snoozed_occurrence_rings_without_moving_the_series() {
        Alarm snoozed = alarm("2026-12-01T09:00", "2026-12-02T06:00:00Z", Alarm.Kind.SNOOZED, 0);
        Object[] given = {
            created(DAILY, FIRST),
            rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:00Z", false, 0, SECOND),
            new OccurrenceSnoozed(ID, ANA, ANA, id("2026-12-01T09:00"), at("2026-12-02T06:00:00Z"), SECOND),
            rang("2026-12-02T09:00", "2026-12-02T04:00:00Z", "2026-12-02T04:00:00Z", false, 0, snoozed)
        };

        reminder.givenAt("2026-12-02T06:00:00Z", given)
                .when(new RingReminder(ID, snoozed))
                .expectEvents(
                        rang("2026-12-01T09:00", "2026-12-02T06:00:00Z", "2026-12-02T06:00:00Z", false, 0, THIRD));
    }

    @Test
    void an_occurrence_that_was_moved_forward_does_not_ring_again_at_its_own_time() {
        Alarm moved = alarm("2026-12-02T09:00", "2026-12-01T13:00:00Z", Alarm.Kind.MOVED, 0);

        reminder.givenAt(
                        "2026-12-01T13:00:00Z",
                        created(DAILY, FIRST),
                        rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:00Z", false, 0, SECOND),
                        new OccurrenceMoved(
                                ID, ANA, ANA, id("2026-12-02T09:00"), LocalDateTime.of(2026, 12, 1, 18, 0), moved))
                .when(new RingReminder(ID, moved))
                .expectEvents(
                        rang("2026-12-02T09:00", "2026-12-01T13:00:00Z", "2026-12-01T13:00:00Z", false, 0, THIRD));
    }
}
