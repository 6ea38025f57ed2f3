package com.eindr.reminder.saga;

import static com.eindr.reminder.saga.Reminders.ANA;
import static com.eindr.reminder.saga.Reminders.KARACHI;
import static com.eindr.reminder.saga.Reminders.MONDAY;
import static com.eindr.reminder.saga.Reminders.NINE;
import static com.eindr.reminder.saga.Reminders.REMINDER;
import static com.eindr.reminder.saga.Reminders.UTC;
import static com.eindr.reminder.saga.Reminders.alarm;
import static com.eindr.reminder.saga.Reminders.created;
import static com.eindr.reminder.saga.Reminders.rang;
import static com.eindr.reminder.saga.Reminders.schedule;
import static org.axonframework.test.matchers.Matchers.listWithAllOf;
import static org.axonframework.test.matchers.Matchers.predicate;

import com.eindr.account.AccountCommand.TellTimeZone;
import com.eindr.account.AccountEvent.TimeZoneChanged;
import com.eindr.account.Profile;
import com.eindr.account.Whereabouts;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.ReminderCommand.FollowOwnerZone;
import com.eindr.reminder.ReminderCommand.RingReminder;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceMissed;
import com.eindr.reminder.ReminderEvent.OccurrenceMoved;
import com.eindr.reminder.ReminderEvent.OccurrenceSkipped;
import com.eindr.reminder.ReminderEvent.OccurrenceSnoozed;
import com.eindr.reminder.ReminderEvent.OwnerZoneFollowed;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.reminder.ReminderEvent.ReminderRescheduled;
import com.eindr.reminder.ReminderEvent.ReminderReworded;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.Timing;
import com.eindr.shared.MessageKeys;
import com.eindr.shared.Refusal;
import com.eindr.shared.saga.Orders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.Message;
import org.axonframework.test.saga.SagaTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReminderDeliveryTest {
    private static final Instant LATER = NINE.plusSeconds(3600);

    private final SagaTestFixture<ReminderDelivery> delivery = new SagaTestFixture<>(ReminderDelivery.class);

    /** What the account tells, one answer after the other; the last one goes on being told. */
    private final Deque<ZoneId> zones = new ArrayDeque<>(List.of(UTC));

    private @Nullable ZoneId left;
    private @Nullable Instant leftAt;
    private final Deque<RuntimeException> failures = new ArrayDeque<>();

    @BeforeEach
    void ana_is_in_utc() {
        delivery.registerResource(new Orders(delivery.registerCommandGateway(CommandGateway.class), order -> {
            throw new AssertionError("a saga's own orders are not parked: " + order);
        }));
        delivery.setCallbackBehavior((command, metaData) -> {
            if (!failures.isEmpty()) {
                throw failures.removeFirst();
            }
            if (command instanceof TellTimeZone) {
                return new Whereabouts(zones.size() > 1 ? zones.removeFirst() : zones.getFirst(), left, leftAt);
            }
            return 1L;
        });
        delivery.givenCurrentTime(NINE.minusSeconds(7200));
    }

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

    @Test
    void a_fixed_reminder_does_not_care_where_its_owner_is() {
        zones.add(KARACHI);
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .andThenAPublished(new TimeZoneChanged(ANA, new Profile(null, "en", KARACHI)))
                .whenTimeElapses(Duration.ofSeconds(1))
                .expectNoDispatchedCommands();
    }

    @Test
    void a_floating_reminder_follows_its_owner() {
        zones.add(KARACHI);
        delivery.givenAPublished(created(Timing.FLOATING, alarm(MONDAY, NINE)))
                .andThenAPublished(new TimeZoneChanged(ANA, new Profile(null, "en", KARACHI)))
                .whenTimeElapses(Duration.ofSeconds(1))
                .expectDispatchedCommands(
                        new TellTimeZone(ANA), new FollowOwnerZone(REMINDER, KARACHI), new TellTimeZone(ANA));
    }

    @Test
    void an_all_day_reminder_follows_its_owner_and_is_armed_anew() {
        zones.add(KARACHI);
        delivery.givenAPublished(created(Timing.ALL_DAY, alarm(MONDAY, LATER)))
                .andThenAPublished(new OwnerZoneFollowed(REMINDER, ANA, KARACHI, alarm(MONDAY, NINE)))
                .whenTimeAdvancesTo(LATER)
                .expectDispatchedCommands(new RingReminder(REMINDER, alarm(MONDAY, NINE)));
    }

    @Test
    void an_owner_who_moves_on_while_being_followed_is_followed_further() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        zones.addAll(List.of(KARACHI, berlin));
        delivery.givenAPublished(created(Timing.FLOATING, alarm(MONDAY, NINE)))
                .andThenAPublished(new TimeZoneChanged(ANA, new Profile(null, "en", KARACHI)))
                .whenTimeElapses(Duration.ofSeconds(1))
                .expectDispatchedCommands(
                        new TellTimeZone(ANA),
                        new FollowOwnerZone(REMINDER, KARACHI),
                        new TellTimeZone(ANA),
                        new FollowOwnerZone(REMINDER, berlin),
                        new TellTimeZone(ANA));
    }

    @Test
    void a_move_just_before_the_reminder_was_made_is_not_missed() {
        zones.clear();
        zones.add(KARACHI);
        left = UTC;
        leftAt = NINE.minusSeconds(7201);
        delivery.givenAPublished(created(Timing.FLOATING, alarm(MONDAY, NINE)))
                .whenTimeElapses(Duration.ofSeconds(1))
                .expectDispatchedCommands(
                        new TellTimeZone(ANA), new FollowOwnerZone(REMINDER, KARACHI), new TellTimeZone(ANA));
    }

    @Test
    void a_zone_that_the_owner_names_is_believed() {
        zones.clear();
        zones.add(KARACHI);
        left = UTC;
        leftAt = NINE.minus(Duration.ofDays(1));
        delivery.givenAPublished(created(Timing.FLOATING, alarm(MONDAY, NINE)))
                .whenTimeElapses(Duration.ofSeconds(1))
                .expectNoDispatchedCommands();
    }

    @Test
    void a_reminder_that_becomes_fixed_follows_no_more() {
        delivery.givenAPublished(created(Timing.FLOATING, alarm(MONDAY, NINE)))
                .whenPublishingA(
                        new ReminderRescheduled(REMINDER, ANA, ANA, schedule(Timing.FIXED), alarm(MONDAY, NINE)))
                .expectNoAssociationWith("userId", "ana")
                .expectActiveSagas(1);
    }

    @Test
    void a_reminder_that_begins_to_float_follows_from_then_on() {
        delivery.givenAPublished(created(Timing.FIXED, alarm(MONDAY, NINE)))
                .whenPublishingA(
                        new ReminderRescheduled(REMINDER, ANA, ANA, schedule(Timing.FLOATING), alarm(MONDAY, NINE)))
                .expectAssociationWith("userId", "ana");
    }

    @Test
    void a_floating_reminder_is_accompanied_between_two_alarms() throws Exception {
        delivery.givenAPublished(created(Timing.FLOATING, alarm(MONDAY, NINE)))
                .andThenTimeAdvancesTo(NINE)
                .whenPublishingA(rang(alarm(MONDAY, NINE), null))
                .expectActiveSagas(1)
                .expectAssociationWith("userId", "ana");
    }

    @Test
    void a_floating_reminder_that_is_finished_is_left_alone() throws Exception {
        delivery.givenAPublished(created(Timing.FLOATING, alarm(MONDAY, NINE)))
                .andThenTimeAdvancesTo(NINE)
                .andThenAPublished(rang(alarm(MONDAY, NINE), null))
                .whenPublishingA(new ReminderCompleted(REMINDER, ANA))
                .expectActiveSagas(0);
    }

    @Test
    void a_floating_reminder_that_is_cancelled_is_left_alone() {
        delivery.givenAPublished(created(Timing.FLOATING, alarm(MONDAY, NINE)))
                .whenPublishingA(new ReminderCancelled(REMINDER, ANA, ANA))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }
}
