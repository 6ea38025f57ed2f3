package com.eindr.reminder.command;

import static com.eindr.reminder.command.ReminderFixture.ANA;
import static com.eindr.reminder.command.ReminderFixture.BERLIN;
import static com.eindr.reminder.command.ReminderFixture.DAILY;
import static com.eindr.reminder.command.ReminderFixture.ID;
import static com.eindr.reminder.command.ReminderFixture.KARACHI;
import static com.eindr.reminder.command.ReminderFixture.ONCE;
import static com.eindr.reminder.command.ReminderFixture.alarm;
import static com.eindr.reminder.command.ReminderFixture.at;
import static com.eindr.reminder.command.ReminderFixture.created;
import static com.eindr.reminder.command.ReminderFixture.due;
import static com.eindr.reminder.command.ReminderFixture.id;
import static com.eindr.reminder.command.ReminderFixture.rang;
import static com.eindr.reminder.command.ReminderFixture.repeating;
import static com.eindr.reminder.command.ReminderFixture.timed;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.ReminderCommand.FollowOwnerZone;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceMoved;
import com.eindr.reminder.ReminderEvent.OccurrenceSnoozed;
import com.eindr.reminder.ReminderEvent.OwnerZoneFollowed;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Going along with an owner who travels. */
class FollowOwnerZoneTest {
    private static final Alarm FIRST = due("2026-12-01T09:00", "2026-12-01T04:00:00Z");
    private static final Alarm SECOND = due("2026-12-02T09:00", "2026-12-02T04:00:00Z");

    private final ReminderFixture reminder = new ReminderFixture();

    @Test
    void a_floating_reminder_follows_its_owner() {
        reminder.given(created(timed(DAILY, Timing.FLOATING), FIRST))
                .when(new FollowOwnerZone(ID, BERLIN))
                .expectEvents(new OwnerZoneFollowed(ID, ANA, BERLIN, due("2026-12-01T09:00", "2026-12-01T08:00:00Z")));
    }

    @Test
    void what_has_rung_before_the_journey_does_not_ring_again_after_it() {
        reminder.givenAt("2026-12-01T06:00:00Z", created(timed(DAILY, Timing.FLOATING), FIRST), rangOnTheFirst(SECOND))
                .when(new FollowOwnerZone(ID, BERLIN))
                .expectEvents(new OwnerZoneFollowed(ID, ANA, BERLIN, due("2026-12-02T09:00", "2026-12-02T08:00:00Z")));
    }

    @Test
    void a_whole_day_follows_its_owner() {
        reminder.given(created(timed(ONCE, Timing.ALL_DAY).tidy(), due("2026-12-01", "2026-12-01T04:00:00Z")))
                .when(new FollowOwnerZone(ID, BERLIN))
                .expectEvents(new OwnerZoneFollowed(ID, ANA, BERLIN, due("2026-12-01", "2026-12-01T08:00:00Z")));
    }

    @Test
    void a_moved_occurrence_travels_and_a_snoozed_one_does_not() {
        Schedule floating = timed(ONCE, Timing.FLOATING);

        reminder.given(
                        created(floating, FIRST),
                        new OccurrenceMoved(
                                ID,
                                ANA,
                                ANA,
                                id("2026-12-01T09:00"),
                                LocalDateTime.of(2026, 12, 1, 18, 0),
                                alarm("2026-12-01T09:00", "2026-12-01T13:00:00Z", Alarm.Kind.MOVED, 0)))
                .when(new FollowOwnerZone(ID, BERLIN))
                .expectEvents(new OwnerZoneFollowed(
                        ID, ANA, BERLIN, alarm("2026-12-01T09:00", "2026-12-01T17:00:00Z", Alarm.Kind.MOVED, 0)));
        Alarm snoozed = alarm("2026-12-01T09:00", "2026-12-01T13:00:00Z", Alarm.Kind.SNOOZED, 0);
        new ReminderFixture()
                .given(
                        created(floating, FIRST),
                        new OccurrenceSnoozed(
                                ID, ANA, ANA, id("2026-12-01T09:00"), at("2026-12-01T13:00:00Z"), snoozed))
                .when(new FollowOwnerZone(ID, BERLIN))
                .expectEvents(new OwnerZoneFollowed(ID, ANA, BERLIN, snoozed));
    }

    @Test
    void a_series_that_waits_travels_with_its_owner() {
        Schedule waiting = timed(repeating(ONCE, "FREQ=DAILY;INTERVAL=3", RepeatFrom.FROM_COMPLETION), Timing.FLOATING);
        Alarm fifth = due("2026-12-05T09:00", "2026-12-05T04:00:00Z");

        reminder.given(
                        created(waiting, FIRST),
                        rangOnTheFirst(null),
                        new OccurrenceCompleted(
                                ID, ANA, ANA, id("2026-12-01T09:00"), at("2026-12-02T04:00:00Z"), fifth))
                .when(new FollowOwnerZone(ID, BERLIN))
                .expectEvents(new OwnerZoneFollowed(ID, ANA, BERLIN, due("2026-12-05T09:00", "2026-12-05T08:00:00Z")));
    }

    @Test
    void a_fixed_or_finished_reminder_stays_where_it_is() {
        Schedule floating = timed(DAILY, Timing.FLOATING);
        reminder.given(created(DAILY, FIRST))
                .when(new FollowOwnerZone(ID, BERLIN))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        new ReminderFixture()
                .given(created(floating, FIRST))
                .when(new FollowOwnerZone(ID, KARACHI))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        new ReminderFixture()
                .given(created(floating, FIRST), new ReminderCancelled(ID, ANA, ANA))
                .when(new FollowOwnerZone(ID, BERLIN))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    private static Object rangOnTheFirst(@Nullable Alarm next) {
        return rang("2026-12-01T09:00", "2026-12-01T04:00:00Z", "2026-12-01T04:00:00Z", false, 0, next);
    }
}
