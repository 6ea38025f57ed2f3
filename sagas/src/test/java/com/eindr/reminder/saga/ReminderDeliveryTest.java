package com.eindr.reminder.saga;

import static com.eindr.reminder.saga.Reminders.ANA;
import static com.eindr.reminder.saga.Reminders.MONDAY;
import static com.eindr.reminder.saga.Reminders.NINE;
import static com.eindr.reminder.saga.Reminders.REMINDER;
import static com.eindr.reminder.saga.Reminders.alarm;
import static com.eindr.reminder.saga.Reminders.created;
import static com.eindr.reminder.saga.Reminders.rang;
import static com.eindr.reminder.saga.Reminders.reinstated;
import static com.eindr.reminder.saga.Reminders.schedule;
import static org.axonframework.test.matchers.Matchers.listWithAllOf;
import static org.axonframework.test.matchers.Matchers.predicate;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderCommand.RingReminder;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceMissed;
import com.eindr.reminder.ReminderEvent.OccurrenceMoved;
import com.eindr.reminder.ReminderEvent.OccurrenceReopened;
import com.eindr.reminder.ReminderEvent.OccurrenceSkipped;
import com.eindr.reminder.ReminderEvent.OccurrenceSnoozed;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.reminder.ReminderEvent.ReminderRescheduled;
import com.eindr.reminder.ReminderEvent.ReminderReworded;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.Timing;
import com.eindr.shared.MessageKeys;
import com.eindr.shared.Refusal;
import java.time.LocalDateTime;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.Test;

/** When a reminder is waited for, and when it rings. */
class ReminderDeliveryTest extends ReminderDeliveryFixture {

    @Test
    void a_new_reminder_waits_for_its_time() {
        delivery.givenNoPriorActivity()
                .whenPublishingA(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .expectActiveSagas(1)
                .expectScheduledDeadline(NINE, alarm(MONDAY, NINE))
                .expectNoDispatchedCommands();
    }

    @Test
    void a_new_reminder_that_will_never_ring_is_not_waited_for() {
        delivery.givenNoPriorActivity()
                .whenPublishingA(created(Timing.FIXED, null))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void it_rings_when_its_time_has_come() {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .whenTimeAdvancesTo(NINE)
                .expectDispatchedCommands(new RingReminder(REMINDER, alarm(MONDAY, NINE)))
                .expectActiveSagas(1);
    }

    @Test
    void a_ring_is_ordered_in_the_name_of_the_saga() {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .whenTimeAdvancesTo(NINE)
                .expectDispatchedCommandsMatching(listWithAllOf(predicate(command -> "saga:reminder-delivery"
                        .equals(((Message<?>) command).getMetaData().get(MessageKeys.ACTOR)))));
    }

    @Test
    void a_reinstated_reminder_is_waited_for_again() {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenAPublished(new ReminderCancelled(REMINDER, ANA, ANA))
                .whenPublishingA(reinstated(Timing.FIXED, alarm(MONDAY, NINE)))
                .expectActiveSagas(1)
                .expectScheduledDeadline(NINE, alarm(MONDAY, NINE));
    }

    @Test
    void a_reminder_that_is_completed_no_more_is_waited_for_again() {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenAPublished(new ReminderCompleted(REMINDER, ANA))
                .whenPublishingA(new OccurrenceReopened(
                        REMINDER,
                        ANA,
                        ANA,
                        new OccurrenceId(MONDAY),
                        schedule(Timing.FIXED),
                        NINE,
                        alarm(MONDAY, NINE)))
                .expectActiveSagas(1)
                .expectScheduledDeadline(NINE, alarm(MONDAY, NINE));
    }

    @Test
    void it_ends_with_the_only_ring() throws Exception {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenTimeAdvancesTo(NINE)
                .whenPublishingA(rang(alarm(MONDAY, NINE), null))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void a_ring_arms_the_next_one() throws Exception {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenTimeAdvancesTo(NINE)
                .whenPublishingA(rang(alarm(MONDAY, NINE), alarm("2026-12-14T09:00", LATER)))
                .expectActiveSagas(1)
                .expectScheduledDeadline(LATER, alarm("2026-12-14T09:00", LATER));
    }

    @Test
    void a_ring_that_was_missed_arms_the_next_one() throws Exception {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenTimeAdvancesTo(NINE)
                .whenPublishingA(new OccurrenceMissed(
                        REMINDER,
                        ANA,
                        alarm(MONDAY, NINE).occurrence(),
                        NINE,
                        NINE.plusSeconds(600),
                        alarm("2026-12-14T09:00", LATER)))
                .expectScheduledDeadline(LATER, alarm("2026-12-14T09:00", LATER));
    }

    @Test
    void a_snoozed_occurrence_rings_at_the_new_time_only() {
        Alarm snoozed = new Alarm(
                alarm(MONDAY, NINE).occurrence(), LATER, alarm(MONDAY, NINE).adjustment(), Alarm.Kind.SNOOZED, 0);
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenAPublished(new OccurrenceSnoozed(REMINDER, ANA, ANA, snoozed.occurrence(), LATER, snoozed))
                .whenTimeAdvancesTo(LATER)
                .expectDispatchedCommands(new RingReminder(REMINDER, snoozed));
    }

    @Test
    void an_occurrence_that_is_snoozed_after_the_last_ring_is_waited_for_again() throws Exception {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenTimeAdvancesTo(NINE)
                .andThenAPublished(rang(alarm(MONDAY, NINE), null))
                .whenPublishingA(new OccurrenceSnoozed(
                        REMINDER, ANA, ANA, alarm(MONDAY, NINE).occurrence(), LATER, alarm(MONDAY, LATER)))
                .expectActiveSagas(1)
                .expectScheduledDeadline(LATER, alarm(MONDAY, LATER));
    }

    @Test
    void a_moved_occurrence_rings_at_the_new_time_only() {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenAPublished(new OccurrenceMoved(
                        REMINDER,
                        ANA,
                        ANA,
                        alarm(MONDAY, NINE).occurrence(),
                        LocalDateTime.parse("2026-12-07T10:00"),
                        alarm(MONDAY, LATER)))
                .whenTimeAdvancesTo(LATER)
                .expectDispatchedCommands(new RingReminder(REMINDER, alarm(MONDAY, LATER)));
    }

    @Test
    void a_skipped_occurrence_does_not_ring() {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenAPublished(new OccurrenceSkipped(
                        REMINDER, ANA, ANA, alarm(MONDAY, NINE).occurrence(), NINE, null))
                .whenTimeAdvancesTo(LATER)
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @Test
    void a_completion_after_which_nothing_is_left_ends_it() {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenAPublished(new OccurrenceCompleted(
                        REMINDER, ANA, ANA, alarm(MONDAY, NINE).occurrence(), NINE, null))
                .whenTimeAdvancesTo(LATER)
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @Test
    void a_completion_that_restarts_the_series_arms_it_again() throws Exception {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenTimeAdvancesTo(NINE)
                .andThenAPublished(rang(alarm(MONDAY, NINE), null))
                .whenPublishingA(new OccurrenceCompleted(
                        REMINDER, ANA, ANA, alarm(MONDAY, NINE).occurrence(), NINE, alarm("2026-12-08T09:00", LATER)))
                .expectActiveSagas(1)
                .expectScheduledDeadline(LATER, alarm("2026-12-08T09:00", LATER));
    }

    @Test
    void a_cancelled_reminder_never_rings() {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenAPublished(new ReminderCancelled(REMINDER, ANA, ANA))
                .whenTimeAdvancesTo(LATER)
                .expectNoDispatchedCommands()
                .expectActiveSagas(0);
    }

    @Test
    void a_rescheduled_reminder_rings_once_at_the_new_time() {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenAPublished(
                        new ReminderRescheduled(REMINDER, ANA, ANA, schedule(Timing.FIXED), alarm(MONDAY, LATER)))
                .whenTimeAdvancesTo(LATER)
                .expectDispatchedCommands(new RingReminder(REMINDER, alarm(MONDAY, LATER)));
    }

    @Test
    void an_event_that_leaves_the_alarm_as_it_is_leaves_the_deadline_too() {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenAPublished(new OccurrenceSkipped(
                        REMINDER, ANA, ANA, alarm("2026-12-14T09:00", LATER).occurrence(), NINE, alarm(MONDAY, NINE)))
                .whenTimeAdvancesTo(LATER)
                .expectDispatchedCommands(new RingReminder(REMINDER, alarm(MONDAY, NINE)));
    }

    @Test
    void new_words_change_no_time() {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenAPublished(new ReminderReworded(REMINDER, ANA, ANA, "Call Bob", null))
                .whenTimeAdvancesTo(NINE)
                .expectDispatchedCommands(new RingReminder(REMINDER, alarm(MONDAY, NINE)));
    }

    @Test
    void a_ring_that_is_refused_is_over() {
        failures.add(Refusal.of(ReminderRefusal.REMINDER_NOT_FOUND, "gone"));
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .whenTimeAdvancesTo(NINE)
                .expectDispatchedCommands(new RingReminder(REMINDER, alarm(MONDAY, NINE)))
                .expectSuccessfulHandlerExecution();
    }
}
