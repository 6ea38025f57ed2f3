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
import static com.eindr.reminder.saga.Reminders.reinstated;
import static com.eindr.reminder.saga.Reminders.schedule;

import com.eindr.account.AccountCommand.TellTimeZone;
import com.eindr.account.AccountEvent.TimeZoneChanged;
import com.eindr.account.Profile;
import com.eindr.reminder.ReminderCommand.FollowOwnerZone;
import com.eindr.reminder.ReminderCommand.RingReminder;
import com.eindr.reminder.ReminderEvent.OwnerZoneFollowed;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.reminder.ReminderEvent.ReminderRescheduled;
import com.eindr.reminder.Timing;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reminder that floats goes where its owner goes. */
class FollowedOwnerTest extends ReminderDeliveryFixture {

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
    void a_reminder_that_is_reinstated_follows_to_where_its_owner_went_meanwhile() {
        zones.clear();
        zones.add(KARACHI);
        leftAt = NINE.minus(Duration.ofDays(9));
        delivery.givenAPublished(created(Timing.FLOATING, alarm(MONDAY, NINE)))
                .andThenAPublished(new ReminderCancelled(REMINDER, ANA, ANA))
                .andThenAPublished(reinstated(Timing.FLOATING, alarm(MONDAY, NINE)))
                .whenTimeElapses(Duration.ofSeconds(1))
                .expectDispatchedCommands(
                        new TellTimeZone(ANA), new FollowOwnerZone(REMINDER, KARACHI), new TellTimeZone(ANA));
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
