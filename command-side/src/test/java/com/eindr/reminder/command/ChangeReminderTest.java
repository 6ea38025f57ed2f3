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
import static com.eindr.reminder.command.ReminderFixture.edit;
import static com.eindr.reminder.command.ReminderFixture.expectRefusal;
import static com.eindr.reminder.command.ReminderFixture.id;
import static com.eindr.reminder.command.ReminderFixture.nagging;
import static com.eindr.reminder.command.ReminderFixture.rang;
import static com.eindr.reminder.command.ReminderFixture.repeating;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.ReminderCommand.CancelReminder;
import com.eindr.reminder.ReminderCommand.CompleteOccurrence;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceSnoozed;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.reminder.ReminderEvent.ReminderRescheduled;
import com.eindr.reminder.ReminderEvent.ReminderReworded;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Editing and cancelling. */
class ChangeReminderTest {
    private static final Alarm FIRST = due("2026-12-01T09:00", "2026-12-01T04:00:00Z");
    private static final Alarm SECOND = due("2026-12-02T09:00", "2026-12-02T04:00:00Z");
    private static final Schedule TEN_OCLOCK = DAILY.startingAt(LocalDateTime.of(2026, 12, 1, 10, 0));

    private final ReminderFixture reminder = new ReminderFixture();

    @Test
    void other_words_do_not_touch_the_time() {
        reminder.given(created(ONCE, FIRST))
                .when(edit().words("Call Cleo", "About Saturday").command())
                .expectResultMessagePayload(2L)
                .expectEvents(new ReminderReworded(ID, ANA, ANA, "Call Cleo", "About Saturday"));
    }

    @Test
    void another_time_begins_another_series() {
        reminder.givenAt("2026-12-01T12:00:00Z", created(DAILY, FIRST), rangOnTheFirst(SECOND))
                .when(edit().schedule(TEN_OCLOCK).command())
                .expectResultMessagePayload(3L)
                .expectEvents(rescheduled(TEN_OCLOCK, due("2026-12-02T10:00", "2026-12-02T05:00:00Z")));
    }

    @Test
    void words_and_time_are_two_facts() {
        reminder.given(created(DAILY, FIRST))
                .when(edit().words("Call Cleo", null).schedule(TEN_OCLOCK).command())
                .expectResultMessagePayload(3L)
                .expectEvents(
                        new ReminderReworded(ID, ANA, ANA, "Call Cleo", null),
                        rescheduled(TEN_OCLOCK, due("2026-12-01T10:00", "2026-12-01T05:00:00Z")));
    }

    @Test
    void an_edit_that_changes_nothing_records_nothing() {
        reminder.given(created(DAILY, FIRST))
                .when(edit().words("Call Ben", null).schedule(DAILY).command())
                .expectNoEvents()
                .expectResultMessagePayload(1L);
    }

    @Test
    void a_bad_edit_records_neither_words_nor_time() {
        expectRefusal(
                reminder.given(created(DAILY, FIRST))
                        .when(edit().words("Call Cleo", null)
                                .schedule(repeating(ONCE, "FREQ=NEVER", RepeatFrom.FROM_DUE))
                                .command()),
                ReminderRefusal.INVALID_RECURRENCE,
                "recurrence");
        expectRefusal(
                new ReminderFixture()
                        .given(created(DAILY, FIRST))
                        .when(edit().words("", null).schedule(TEN_OCLOCK).command()),
                ReminderRefusal.INVALID_WORDS,
                "title");
    }

    @Test
    void a_series_is_not_replaced_by_one_that_is_over() {
        expectRefusal(
                reminder.givenAt("2026-12-09T00:00:00Z", created(DAILY, FIRST))
                        .when(edit().schedule(repeating(ONCE, "FREQ=DAILY;COUNT=3", RepeatFrom.FROM_DUE))
                                .command()),
                ReminderRefusal.RECURRENCE_WITHOUT_OCCURRENCE,
                "recurrence");
    }

    @Test
    void a_single_time_in_the_past_rings_at_once() {
        Schedule earlier = ONCE.startingAt(LocalDateTime.of(2026, 11, 1, 9, 0));

        reminder.given(created(ONCE, FIRST))
                .when(edit().schedule(earlier).command())
                .expectEvents(rescheduled(earlier, due("2026-11-01T09:00", "2026-11-01T04:00:00Z")));
    }

    @Test
    void a_rescheduled_reminder_is_done_when_its_new_time_is() {
        Schedule later = ONCE.startingAt(LocalDateTime.of(2026, 12, 1, 18, 0));
        Alarm due = due("2026-12-01T18:00", "2026-12-01T13:00:00Z");

        reminder.givenAt("2026-12-01T12:00:00Z", created(ONCE, FIRST), rangOnTheFirst(null), rescheduled(later, due))
                .when(new CompleteOccurrence(ID, ANA, null))
                .expectEvents(
                        new OccurrenceCompleted(ID, ANA, ANA, id("2026-12-01T18:00"), at("2026-12-01T12:00:00Z"), null),
                        new ReminderCompleted(ID, ANA));
    }

    @Test
    void a_ring_of_the_former_series_can_still_be_answered() {
        reminder.givenAt(
                        "2026-12-01T12:00:00Z",
                        created(DAILY, FIRST),
                        rangOnTheFirst(SECOND),
                        rescheduled(TEN_OCLOCK, due("2026-12-02T10:00", "2026-12-02T05:00:00Z")))
                .when(new CompleteOccurrence(ID, ANA, id("2026-12-01T09:00")))
                .expectEvents(new OccurrenceCompleted(
                        ID,
                        ANA,
                        ANA,
                        id("2026-12-01T09:00"),
                        at("2026-12-01T12:00:00Z"),
                        due("2026-12-02T10:00", "2026-12-02T05:00:00Z")));
    }

    @Test
    void what_was_done_ahead_counts_no_more_at_another_time() {
        reminder.given(
                        created(DAILY, FIRST),
                        new OccurrenceCompleted(
                                ID, ANA, ANA, id("2026-12-01T09:00"), at("2026-11-30T04:00:00Z"), SECOND))
                .when(edit().schedule(repeating(ONCE, "FREQ=DAILY;INTERVAL=2", RepeatFrom.FROM_DUE))
                        .command())
                .expectEvents(rescheduled(repeating(ONCE, "FREQ=DAILY;INTERVAL=2", RepeatFrom.FROM_DUE), FIRST));
    }

    @Test
    void another_manner_keeps_what_was_snoozed() {
        Schedule nagging = nagging(ONCE, Duration.ofMinutes(5));
        Alarm snoozed = alarm("2026-12-01T09:00", "2026-12-01T08:00:00Z", Alarm.Kind.SNOOZED, 0);

        reminder.givenAt(
                        "2026-12-01T05:00:00Z",
                        created(ONCE, FIRST),
                        rangOnTheFirst(null),
                        new OccurrenceSnoozed(
                                ID, ANA, ANA, id("2026-12-01T09:00"), at("2026-12-01T08:00:00Z"), snoozed))
                .when(edit().schedule(nagging).command())
                .expectEvents(rescheduled(nagging, snoozed));
    }

    @Test
    void another_manner_does_not_ring_again_what_has_rung() {
        Schedule nagging = nagging(ONCE, Duration.ofMinutes(5));

        reminder.givenAt("2026-12-01T05:00:00Z", created(ONCE, FIRST), rangOnTheFirst(null))
                .when(edit().schedule(nagging).command())
                .expectEvents(rescheduled(nagging, null));
        new ReminderFixture()
                .givenAt("2026-12-01T06:00:00Z", created(ONCE, FIRST), rangOnTheFirst(null), rescheduled(nagging, null))
                .when(new CompleteOccurrence(ID, ANA, null))
                .expectEvents(
                        new OccurrenceCompleted(ID, ANA, ANA, id("2026-12-01T09:00"), at("2026-12-01T06:00:00Z"), null),
                        new ReminderCompleted(ID, ANA));
    }

    @Test
    void the_same_moment_in_other_words_does_not_ring_again() {
        Schedule tashkent = ONCE.inZone(ZoneId.of("Asia/Tashkent"));

        reminder.givenAt("2026-12-01T05:00:00Z", created(ONCE, FIRST), rangOnTheFirst(null))
                .when(edit().schedule(tashkent).command())
                .expectEvents(rescheduled(tashkent, null));
    }

    @Test
    void a_series_that_no_longer_waits_leaves_out_what_has_passed() {
        Schedule waiting = repeating(ONCE, "FREQ=DAILY", RepeatFrom.FROM_COMPLETION);
        Alarm sixth = due("2026-12-06T09:00", "2026-12-06T04:00:00Z");

        reminder.givenAt("2026-12-05T12:00:00Z", created(waiting, FIRST), rangOnTheFirst(null))
                .when(edit().schedule(DAILY).command())
                .expectEvents(rescheduled(DAILY, sixth));
    }

    @Test
    void a_finished_reminder_is_not_edited() {
        expectRefusal(
                reminder.given(created(ONCE, FIRST), new ReminderCancelled(ID, ANA, ANA))
                        .when(edit().words("Call Cleo", null).command()),
                ReminderRefusal.REMINDER_NOT_ACTIVE);
        expectRefusal(
                new ReminderFixture()
                        .given(
                                created(ONCE, FIRST),
                                new OccurrenceCompleted(
                                        ID, ANA, ANA, id("2026-12-01T09:00"), at("2026-11-30T04:00:00Z"), null),
                                new ReminderCompleted(ID, ANA))
                        .when(edit().words("Call Cleo", null).command()),
                ReminderRefusal.REMINDER_NOT_ACTIVE);
    }

    @Test
    void a_reminder_is_cancelled_once() {
        reminder.given(created(DAILY, FIRST))
                .when(new CancelReminder(ID, ANA))
                .expectResultMessagePayload(2L)
                .expectEvents(new ReminderCancelled(ID, ANA, ANA));
        expectRefusal(
                new ReminderFixture()
                        .given(created(DAILY, FIRST), new ReminderCancelled(ID, ANA, ANA))
                        .when(new CancelReminder(ID, ANA)),
                ReminderRefusal.REMINDER_NOT_ACTIVE);
    }

    @Test
    void somebody_elses_reminder_is_no_reminder() {
        expectRefusal(
                reminder.given(created(DAILY, FIRST))
                        .when(edit().by(BEN).words("Call Cleo", null).command()),
                ReminderRefusal.REMINDER_NOT_FOUND);
        expectRefusal(
                new ReminderFixture().given(created(DAILY, FIRST)).when(new CancelReminder(ID, BEN)),
                ReminderRefusal.REMINDER_NOT_FOUND);
    }

    private static ReminderRescheduled rescheduled(Schedule schedule, @Nullable Alarm next) {
        return new ReminderRescheduled(ID, ANA, ANA, schedule, next);
    }

    private static Object rangOnTheFirst(@Nullable Alarm next) {
        return rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:00Z", false, 0, next);
    }
}
