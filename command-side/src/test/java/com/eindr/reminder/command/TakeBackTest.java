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
import static com.eindr.reminder.command.ReminderFixture.rang;
import static com.eindr.reminder.command.ReminderFixture.repeating;
import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.ReminderCommand.ReopenOccurrence;
import com.eindr.reminder.ReminderCommand.WithdrawPutOff;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderEvent.OccurrenceReopened;
import com.eindr.reminder.ReminderEvent.OccurrenceSkipped;
import com.eindr.reminder.ReminderEvent.OccurrenceSnoozed;
import com.eindr.reminder.ReminderEvent.PutOffWithdrawn;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Taking back a completion or a snooze. */
class TakeBackTest {
    private static final String MORNING = "2026-12-01T05:00:00Z";
    private static final Alarm FIRST = due("2026-12-01T09:00", "2026-12-01T04:00:00Z");
    private static final Alarm SECOND = due("2026-12-02T09:00", "2026-12-02T04:00:00Z");
    private static final Alarm THIRD = due("2026-12-03T09:00", "2026-12-03T04:00:00Z");
    private static final Alarm SNOOZED = alarm("2026-12-01T09:00", "2026-12-01T05:10:00Z", Alarm.Kind.SNOOZED, 0);

    private final ReminderFixture reminder = new ReminderFixture();

    @Test
    void nobody_but_the_owner_takes_anything_back() {
        expectRefusal(
                reminder.given(created(DAILY, FIRST), completed(SECOND)).when(new ReopenOccurrence(ID, BEN, null)),
                ReminderRefusal.REMINDER_NOT_FOUND);
        expectRefusal(
                new ReminderFixture().given(created(DAILY, FIRST), snoozed()).when(new WithdrawPutOff(ID, BEN, null)),
                ReminderRefusal.REMINDER_NOT_FOUND);
    }

    @Test
    void what_was_done_ahead_of_time_rings_after_all() {
        reminder.givenAt("2026-11-30T12:00:00Z", created(DAILY, FIRST), completed(SECOND))
                .when(reopen("2026-12-01T09:00"))
                .expectResultMessagePayload(3L)
                .expectEvents(reopened(DAILY, "2026-11-30T12:00:00Z", FIRST));
    }

    @Test
    void a_completed_reminder_is_active_again() {
        reminder.givenAt(
                        MORNING,
                        created(ONCE, FIRST),
                        rangOnTheFirst(null),
                        completed(null),
                        new ReminderCompleted(ID, ANA))
                .when(reopen(null))
                .expectEvents(reopened(ONCE, MORNING, null))
                .expectState(state -> assertThat(state.status).isEqualTo(ReminderStatus.ACTIVE));
    }

    @Test
    void what_was_skipped_is_open_again_though_the_next_one_has_rung() {
        reminder.givenAt(
                        "2026-12-02T05:00:00Z",
                        created(DAILY, FIRST),
                        rangOnTheFirst(SECOND),
                        new OccurrenceSkipped(ID, ANA, ANA, id("2026-12-01T09:00"), at(MORNING), SECOND),
                        rang("2026-12-02T09:00", "2026-12-02T04:00:00Z", "2026-12-02T04:00:00Z", false, 0, THIRD))
                .when(reopen(null))
                .expectEvents(reopened(DAILY, "2026-12-02T05:00:00Z", THIRD));
    }

    @Test
    void what_would_have_rung_before_something_else_did_is_not_reopened() {
        expectRefusal(
                reminder.givenAt(
                                "2026-12-02T05:00:00Z",
                                created(DAILY, FIRST),
                                completed(SECOND),
                                rang(
                                        "2026-12-02T09:00",
                                        "2026-12-02T04:00:00Z",
                                        "2026-12-02T04:00:00Z",
                                        false,
                                        0,
                                        THIRD))
                        .when(reopen(null)),
                ReminderRefusal.NOTHING_TO_TAKE_BACK);
    }

    @Test
    void a_series_that_rang_because_of_a_completion_does_not_go_back_behind_it() {
        Schedule waiting = repeating(ONCE, "FREQ=DAILY", RepeatFrom.FROM_COMPLETION);
        reminder.givenAt(MORNING, created(waiting, FIRST), rangOnTheFirst(null), completed(SECOND))
                .when(reopen(null))
                .expectEvents(reopened(waiting, MORNING, null));
        expectRefusal(
                new ReminderFixture()
                        .givenAt(
                                "2026-12-02T05:00:00Z",
                                created(waiting, FIRST),
                                rangOnTheFirst(null),
                                completed(SECOND),
                                rang(
                                        "2026-12-02T09:00",
                                        "2026-12-02T04:00:00Z",
                                        "2026-12-02T04:00:00Z",
                                        false,
                                        0,
                                        null))
                        .when(reopen(null)),
                ReminderRefusal.NOTHING_TO_TAKE_BACK);
    }

    @Test
    void nothing_is_reopened_twice_or_that_was_not_settled_last() {
        expectRefusal(
                reminder.given(created(DAILY, FIRST), completed(SECOND), reopened(DAILY, MORNING, FIRST))
                        .when(reopen(null)),
                ReminderRefusal.NOTHING_TO_TAKE_BACK);
        expectRefusal(
                new ReminderFixture()
                        .given(created(DAILY, FIRST), completed(SECOND))
                        .when(reopen("2026-12-02T09:00")),
                ReminderRefusal.NOTHING_TO_TAKE_BACK);
        expectRefusal(
                new ReminderFixture().given(created(DAILY, FIRST), snoozed()).when(reopen(null)),
                ReminderRefusal.NOTHING_TO_TAKE_BACK);
        expectRefusal(
                new ReminderFixture()
                        .given(created(DAILY, FIRST), completed(SECOND), cancelled())
                        .when(reopen(null)),
                ReminderRefusal.REMINDER_NOT_ACTIVE);
    }

    @Test
    void what_was_snoozed_ahead_of_time_rings_at_its_time() {
        reminder.givenAt("2026-11-30T12:00:00Z", created(DAILY, FIRST), snoozed())
                .when(withdraw(null))
                .expectResultMessagePayload(3L)
                .expectEvents(withdrawn("2026-11-30T12:00:00Z", FIRST));
    }

    @Test
    void an_unanswered_ring_that_was_snoozed_is_an_unanswered_ring() {
        reminder.givenAt(MORNING, created(DAILY, FIRST), rangOnTheFirst(SECOND), snoozed())
                .when(withdraw("2026-12-01T09:00"))
                .expectEvents(withdrawn(MORNING, SECOND));
    }

    @Test
    void of_two_snoozes_only_the_second_is_taken_back() {
        reminder.givenAt(
                        MORNING,
                        created(DAILY, FIRST),
                        rangOnTheFirst(SECOND),
                        snoozed(),
                        new OccurrenceSnoozed(ID, ANA, ANA, id("2026-12-01T09:00"), at("2026-12-01T09:00:00Z"), SECOND))
                .when(withdraw(null))
                .expectEvents(withdrawn(MORNING, SNOOZED));
    }

    @Test
    void a_snooze_that_has_rung_or_was_withdrawn_is_not_taken_back() {
        expectRefusal(
                reminder.given(
                                created(ONCE, FIRST),
                                snoozed(),
                                rang(
                                        "2026-12-01T09:00",
                                        "2026-12-01T05:10:00Z",
                                        "2026-12-01T05:10:00Z",
                                        false,
                                        0,
                                        null))
                        .when(withdraw(null)),
                ReminderRefusal.NOTHING_TO_TAKE_BACK);
        expectRefusal(
                new ReminderFixture()
                        .given(created(DAILY, FIRST), snoozed(), withdrawn(MORNING, FIRST))
                        .when(withdraw(null)),
                ReminderRefusal.NOTHING_TO_TAKE_BACK);
        expectRefusal(
                new ReminderFixture()
                        .given(created(DAILY, FIRST), completed(SECOND))
                        .when(withdraw(null)),
                ReminderRefusal.NOTHING_TO_TAKE_BACK);
        expectRefusal(
                new ReminderFixture()
                        .given(created(DAILY, FIRST), snoozed(), cancelled())
                        .when(withdraw(null)),
                ReminderRefusal.REMINDER_NOT_ACTIVE);
    }

    private static ReopenOccurrence reopen(@Nullable String occurrence) {
        return new ReopenOccurrence(ID, ANA, occurrence == null ? null : id(occurrence));
    }

    private static WithdrawPutOff withdraw(@Nullable String occurrence) {
        return new WithdrawPutOff(ID, ANA, occurrence == null ? null : id(occurrence));
    }

    private static ReminderCancelled cancelled() {
        return new ReminderCancelled(ID, ANA, ANA);
    }

    private static OccurrenceCompleted completed(@Nullable Alarm next) {
        return new OccurrenceCompleted(ID, ANA, ANA, id("2026-12-01T09:00"), at(MORNING), next);
    }

    private static OccurrenceReopened reopened(Schedule schedule, String when, @Nullable Alarm next) {
        return new OccurrenceReopened(ID, ANA, ANA, id("2026-12-01T09:00"), schedule, at(when), next);
    }

    private static OccurrenceSnoozed snoozed() {
        return new OccurrenceSnoozed(ID, ANA, ANA, id("2026-12-01T09:00"), SNOOZED.dueAt(), SNOOZED);
    }

    private static PutOffWithdrawn withdrawn(String when, @Nullable Alarm next) {
        return new PutOffWithdrawn(ID, ANA, ANA, id("2026-12-01T09:00"), at(when), next);
    }

    private static OccurrenceRang rangOnTheFirst(@Nullable Alarm next) {
        return rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:00Z", false, 0, next);
    }
}
