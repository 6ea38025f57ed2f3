package com.eindr.reminder.command;

import static com.eindr.reminder.command.ReminderFixture.ANA;
import static com.eindr.reminder.command.ReminderFixture.BEN;
import static com.eindr.reminder.command.ReminderFixture.DAILY;
import static com.eindr.reminder.command.ReminderFixture.ID;
import static com.eindr.reminder.command.ReminderFixture.ONCE;
import static com.eindr.reminder.command.ReminderFixture.at;
import static com.eindr.reminder.command.ReminderFixture.created;
import static com.eindr.reminder.command.ReminderFixture.due;
import static com.eindr.reminder.command.ReminderFixture.expectRefusal;
import static com.eindr.reminder.command.ReminderFixture.id;
import static com.eindr.reminder.command.ReminderFixture.rang;

import com.eindr.account.Plan;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.ReminderCommand.ReinstateReminder;
import com.eindr.reminder.ReminderCommand.RingReminder;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.reminder.ReminderEvent.ReminderReinstated;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.Schedule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Taking back a cancellation. */
class ReinstateReminderTest {
    private static final String MORNING = "2026-12-01T05:00:00Z";
    private static final Alarm FIRST = due("2026-12-01T09:00", "2026-12-01T04:00:00Z");
    private static final Alarm SIXTH = due("2026-12-06T09:00", "2026-12-06T04:00:00Z");

    private final ReminderFixture reminder = new ReminderFixture();

    @Test
    void a_reinstated_reminder_is_armed_as_it_was() {
        reminder.givenAt("2026-11-30T12:00:00Z", created(DAILY, FIRST), cancelled())
                .when(reinstate())
                .expectResultMessagePayload(3L)
                .expectEvents(reinstated(DAILY, "2026-11-30T12:00:00Z", FIRST));
    }

    @Test
    void what_became_due_meanwhile_is_armed_all_the_same_and_rings_late() {
        reminder.givenAt(MORNING, created(ONCE, FIRST), cancelled())
                .when(reinstate())
                .expectEvents(reinstated(ONCE, MORNING, FIRST));
        new ReminderFixture()
                .givenAt(MORNING, created(ONCE, FIRST), cancelled(), reinstated(ONCE, MORNING, FIRST))
                .when(new RingReminder(ID, FIRST))
                .expectEvents(rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", MORNING, true, 0, null));
    }

    @Test
    void of_a_series_that_was_cancelled_for_days_one_occurrence_rings_late() {
        String later = "2026-12-05T05:00:00Z";
        reminder.givenAt(later, created(DAILY, FIRST), cancelled(), reinstated(DAILY, later, FIRST))
                .when(new RingReminder(ID, FIRST))
                .expectEvents(rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", later, true, 0, SIXTH));
    }

    @Test
    void a_plan_that_has_run_out_hinders_nobody_from_taking_something_back() {
        new ReminderFixture(Plan.EXPIRED)
                .givenAt("2026-11-30T12:00:00Z", created(DAILY, FIRST), cancelled())
                .when(reinstate())
                .expectEvents(reinstated(DAILY, "2026-11-30T12:00:00Z", FIRST));
    }

    @Test
    void only_what_is_cancelled_is_reinstated_and_only_once() {
        expectRefusal(reminder.given(created(DAILY, FIRST)).when(reinstate()), ReminderRefusal.REMINDER_NOT_CANCELLED);
        expectRefusal(
                new ReminderFixture()
                        .given(created(DAILY, FIRST), cancelled(), reinstated(DAILY, MORNING, FIRST))
                        .when(reinstate()),
                ReminderRefusal.REMINDER_NOT_CANCELLED);
        expectRefusal(
                new ReminderFixture()
                        .given(created(ONCE, FIRST), completed(null), new ReminderCompleted(ID, ANA))
                        .when(reinstate()),
                ReminderRefusal.REMINDER_NOT_CANCELLED);
    }

    @Test
    void nobody_but_the_owner_reinstates_a_reminder() {
        expectRefusal(
                reminder.given(created(DAILY, FIRST), cancelled()).when(new ReinstateReminder(ID, BEN)),
                ReminderRefusal.REMINDER_NOT_FOUND);
    }

    private static ReinstateReminder reinstate() {
        return new ReinstateReminder(ID, ANA);
    }

    private static ReminderCancelled cancelled() {
        return new ReminderCancelled(ID, ANA, ANA);
    }

    private static ReminderReinstated reinstated(Schedule schedule, String when, @Nullable Alarm next) {
        return new ReminderReinstated(ID, ANA, ANA, "Call Ben", null, schedule, at(when), next);
    }

    private static OccurrenceCompleted completed(@Nullable Alarm next) {
        return new OccurrenceCompleted(ID, ANA, ANA, id("2026-12-01T09:00"), at(MORNING), next);
    }
}
