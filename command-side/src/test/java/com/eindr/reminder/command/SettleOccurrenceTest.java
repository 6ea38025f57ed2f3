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
import static com.eindr.reminder.command.ReminderFixture.missing;
import static com.eindr.reminder.command.ReminderFixture.nagging;
import static com.eindr.reminder.command.ReminderFixture.rang;
import static com.eindr.reminder.command.ReminderFixture.repeating;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderCommand.CompleteOccurrence;
import com.eindr.reminder.ReminderCommand.SkipOccurrence;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceMissed;
import com.eindr.reminder.ReminderEvent.OccurrenceSkipped;
import com.eindr.reminder.ReminderEvent.OccurrenceSnoozed;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Completing and skipping. */
class SettleOccurrenceTest {
    private static final Alarm FIRST = due("2026-12-01T09:00", "2026-12-01T04:00:00Z");
    private static final Alarm SECOND = due("2026-12-02T09:00", "2026-12-02T04:00:00Z");
    private static final Alarm THIRD = due("2026-12-03T09:00", "2026-12-03T04:00:00Z");

    private final ReminderFixture reminder = new ReminderFixture();

    @Test
    void what_rang_is_completed_and_the_series_goes_on() {
        reminder.givenAt("2026-12-01T05:00:00Z", created(DAILY, FIRST), rangOnTheFirst(SECOND))
                .when(complete(null))
                .expectResultMessagePayload(3L)
                .expectEvents(completed("2026-12-01T09:00", "2026-12-01T05:00:00Z", SECOND));
    }

    @Test
    void what_rang_is_skipped_and_the_series_goes_on() {
        reminder.givenAt("2026-12-01T05:00:00Z", created(DAILY, FIRST), rangOnTheFirst(SECOND))
                .when(skip(null))
                .expectResultMessagePayload(3L)
                .expectEvents(skipped("2026-12-01T09:00", "2026-12-01T05:00:00Z", SECOND));
    }

    @Test
    void completing_a_single_time_completes_the_reminder() {
        reminder.givenAt("2026-12-01T05:00:00Z", created(ONCE, FIRST), rangOnTheFirst(null))
                .when(complete(null))
                .expectResultMessagePayload(4L)
                .expectEvents(
                        completed("2026-12-01T09:00", "2026-12-01T05:00:00Z", null), new ReminderCompleted(ID, ANA));
    }

    @Test
    void skipping_the_last_of_a_series_completes_the_reminder() {
        Schedule twice = repeating(ONCE, "FREQ=DAILY;COUNT=2", RepeatFrom.FROM_DUE);

        reminder.givenAt(
                        "2026-12-02T05:00:00Z",
                        created(twice, FIRST),
                        rangOnTheFirst(SECOND),
                        rang("2026-12-02T09:00", "2026-12-02T04:00:00Z", "2026-12-02T04:00:00Z", false, 0, null))
                .when(skip(null))
                .expectEvents(
                        skipped("2026-12-02T09:00", "2026-12-02T05:00:00Z", null), new ReminderCompleted(ID, ANA));
    }

    @Test
    void the_last_of_a_series_may_be_done_first() {
        Schedule twice = repeating(ONCE, "FREQ=DAILY;COUNT=2", RepeatFrom.FROM_DUE);

        reminder.givenAt("2026-11-30T05:00:00Z", created(twice, FIRST))
                .when(complete("2026-12-02T09:00"))
                .expectEvents(completed("2026-12-02T09:00", "2026-11-30T05:00:00Z", FIRST));
        new ReminderFixture()
                .givenAt(
                        "2026-12-01T05:00:00Z",
                        created(twice, FIRST),
                        completed("2026-12-02T09:00", "2026-11-30T05:00:00Z", FIRST),
                        rangOnTheFirst(null))
                .when(complete(null))
                .expectEvents(
                        completed("2026-12-01T09:00", "2026-12-01T05:00:00Z", null), new ReminderCompleted(ID, ANA));
    }

    @Test
    void what_is_done_ahead_of_time_does_not_ring() {
        reminder.givenAt("2026-11-30T05:00:00Z", created(DAILY, FIRST))
                .when(complete(null))
                .expectEvents(completed("2026-12-01T09:00", "2026-11-30T05:00:00Z", SECOND));
        new ReminderFixture()
                .givenAt(
                        "2026-11-30T05:00:00Z",
                        created(DAILY, FIRST),
                        completed("2026-12-02T09:00", "2026-11-30T04:00:00Z", FIRST))
                .when(skip("2026-12-01T09:00"))
                .expectEvents(skipped("2026-12-01T09:00", "2026-11-30T05:00:00Z", THIRD));
    }

    @Test
    void an_earlier_ring_that_nobody_answered_can_still_be_answered() {
        reminder.givenAt(
                        "2026-12-02T05:00:00Z",
                        created(DAILY, FIRST),
                        rangOnTheFirst(SECOND),
                        rang("2026-12-02T09:00", "2026-12-02T04:00:00Z", "2026-12-02T04:00:00Z", false, 0, THIRD))
                .when(complete("2026-12-01T09:00:00"))
                .expectEvents(completed("2026-12-01T09:00", "2026-12-02T05:00:00Z", THIRD));
    }

    @Test
    void an_answer_ends_the_nagging() {
        Alarm nag = alarm("2026-12-01T09:00", "2026-12-01T04:10:00Z", Alarm.Kind.NAG, 1);

        reminder.givenAt(
                        "2026-12-01T04:05:00Z",
                        created(nagging(DAILY, Duration.ofMinutes(10)), FIRST),
                        rangOnTheFirst(nag))
                .when(complete(null))
                .expectEvents(completed("2026-12-01T09:00", "2026-12-01T04:05:00Z", SECOND));
    }

    @Test
    void an_answer_ends_the_snoozing() {
        Alarm snoozed = alarm("2026-12-01T09:00", "2026-12-01T06:00:00Z", Alarm.Kind.SNOOZED, 0);

        reminder.givenAt(
                        "2026-12-01T05:00:00Z",
                        created(DAILY, FIRST),
                        rangOnTheFirst(SECOND),
                        new OccurrenceSnoozed(
                                ID, ANA, ANA, id("2026-12-01T09:00"), at("2026-12-01T06:00:00Z"), snoozed))
                .when(complete(null))
                .expectEvents(completed("2026-12-01T09:00", "2026-12-01T05:00:00Z", SECOND));
    }

    @Test
    void a_missed_occurrence_can_still_be_done() {
        OccurrenceMissed missed = new OccurrenceMissed(
                ID, ANA, id("2026-12-01T09:00"), at("2026-12-01T04:00:00Z"), at("2026-12-01T05:00:00Z"), null);

        reminder.givenAt("2026-12-01T06:00:00Z", created(missing(ONCE, OnMissed.SKIP), FIRST), missed)
                .when(complete(null))
                .expectEvents(
                        completed("2026-12-01T09:00", "2026-12-01T06:00:00Z", null), new ReminderCompleted(ID, ANA));
    }

    @Test
    void a_completion_begins_the_series_anew_where_it_counts_from_there() {
        Schedule everyThirdDay = repeating(ONCE, "FREQ=DAILY;INTERVAL=3;COUNT=2", RepeatFrom.FROM_COMPLETION);
        Alarm afterDone = due("2026-12-05T09:00", "2026-12-05T04:00:00Z");

        reminder.givenAt("2026-12-02T13:00:00Z", created(everyThirdDay, FIRST), rangOnTheFirst(null))
                .when(complete(null))
                .expectEvents(completed("2026-12-01T09:00", "2026-12-02T13:00:00Z", afterDone));
        new ReminderFixture()
                .givenAt(
                        "2026-12-03T13:00:00Z",
                        created(everyThirdDay, FIRST),
                        rangOnTheFirst(null),
                        completed("2026-12-01T09:00", "2026-12-02T13:00:00Z", afterDone))
                .when(complete(null))
                .expectEvents(
                        completed("2026-12-05T09:00", "2026-12-03T13:00:00Z", null), new ReminderCompleted(ID, ANA));
    }

    @Test
    void a_completion_late_in_the_evening_counts_for_the_owners_day() {
        Schedule daily = repeating(ONCE, "FREQ=DAILY", RepeatFrom.FROM_COMPLETION);

        // Twenty past midnight in Karachi is still the day before in UTC.
        reminder.givenAt("2026-12-01T19:20:00Z", created(daily, FIRST), rangOnTheFirst(null))
                .when(skip(null))
                .expectEvents(skipped(
                        "2026-12-01T09:00", "2026-12-01T19:20:00Z", due("2026-12-03T09:00", "2026-12-03T04:00:00Z")));
    }

    @Test
    void a_repeated_answer_is_told_so() {
        expectRefusal(
                reminder.givenAt(
                                "2026-12-01T06:00:00Z",
                                created(DAILY, FIRST),
                                rangOnTheFirst(SECOND),
                                completed("2026-12-01T09:00", "2026-12-01T05:00:00Z", SECOND))
                        .when(skip("2026-12-01T09:00")),
                ReminderRefusal.OCCURRENCE_SETTLED);
        expectRefusal(
                new ReminderFixture()
                        .givenAt(
                                "2026-12-01T06:00:00Z",
                                created(ONCE, FIRST),
                                rangOnTheFirst(null),
                                completed("2026-12-01T09:00", "2026-12-01T05:00:00Z", null),
                                new ReminderCompleted(ID, ANA))
                        .when(complete(null)),
                ReminderRefusal.OCCURRENCE_SETTLED);
    }

    @Test
    void what_is_older_than_a_hundred_answers_counts_as_answered() {
        List<Object> events = new ArrayList<>();
        events.add(created(DAILY, due("2027-01-01T09:00", "2027-01-01T04:00:00Z")));
        Alarm next = due("2027-01-01T09:00", "2027-01-01T04:00:00Z");
        for (int day = 0; day < 102; day++) {
            String name = LocalDateTime.of(2027, 1, 1, 9, 0).plusDays(day + 1L).toString();
            Alarm after = due(name, next.dueAt().plus(Duration.ofDays(1)).toString());
            String now = next.dueAt().toString();
            events.add(rang(next.occurrence().value(), now, now, false, 0, after));
            events.add(completed(next.occurrence().value(), now, after));
            next = after;
        }

        expectRefusal(
                reminder.givenAt("2027-06-01T00:00:00Z", events.toArray()).when(complete("2027-01-01T09:00")),
                ReminderRefusal.OCCURRENCE_SETTLED);
        expectRefusal(
                new ReminderFixture()
                        .givenAt("2027-06-01T00:00:00Z", events.toArray())
                        .when(complete("2026-12-02T09:00")),
                ReminderRefusal.OCCURRENCE_SETTLED);
    }

    @Test
    void what_the_series_does_not_have_is_not_found() {
        for (String stranger : List.of("2026-12-01T09:01", "2026-11-30T09:00", "2026-12-01", "2026-12-01T04:00Z", "")) {
            expectRefusal(
                    new ReminderFixture().given(created(DAILY, FIRST)).when(complete(stranger)),
                    ReminderRefusal.OCCURRENCE_NOT_FOUND,
                    "occurrence");
        }
        expectRefusal(
                new ReminderFixture()
                        .given(created(repeating(ONCE, "FREQ=DAILY", RepeatFrom.FROM_COMPLETION), FIRST))
                        .when(complete("2026-12-02T09:00")),
                ReminderRefusal.OCCURRENCE_NOT_FOUND,
                "occurrence");
    }

    @Test
    void somebody_elses_reminder_is_no_reminder() {
        expectRefusal(
                reminder.given(created(DAILY, FIRST)).when(new CompleteOccurrence(ID, BEN, null)),
                ReminderRefusal.REMINDER_NOT_FOUND);
        expectRefusal(
                new ReminderFixture().given(created(DAILY, FIRST)).when(new SkipOccurrence(ID, BEN, null)),
                ReminderRefusal.REMINDER_NOT_FOUND);
    }

    @Test
    void a_cancelled_reminder_has_nothing_to_answer() {
        for (Object command : List.of(complete(null), skip(null))) {
            expectRefusal(
                    new ReminderFixture()
                            .given(created(DAILY, FIRST), new ReminderCancelled(ID, ANA, ANA))
                            .when(command),
                    ReminderRefusal.REMINDER_NOT_ACTIVE);
        }
    }

    private static CompleteOccurrence complete(@Nullable String occurrence) {
        return new CompleteOccurrence(ID, ANA, occurrence == null ? null : id(occurrence));
    }

    private static SkipOccurrence skip(@Nullable String occurrence) {
        return new SkipOccurrence(ID, ANA, occurrence == null ? null : id(occurrence));
    }

    private static OccurrenceCompleted completed(String occurrence, String completedAt, @Nullable Alarm next) {
        return new OccurrenceCompleted(ID, ANA, ANA, id(occurrence), at(completedAt), next);
    }

    private static OccurrenceSkipped skipped(String occurrence, String skippedAt, @Nullable Alarm next) {
        return new OccurrenceSkipped(ID, ANA, ANA, id(occurrence), at(skippedAt), next);
    }

    private static Object rangOnTheFirst(@Nullable Alarm next) {
        return rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:00Z", false, 0, next);
    }
}
