package com.eindr.reminder.command;

import static com.eindr.reminder.command.ReminderFixture.ANA;
import static com.eindr.reminder.command.ReminderFixture.BEN;
import static com.eindr.reminder.command.ReminderFixture.DAILY;
import static com.eindr.reminder.command.ReminderFixture.ID;
import static com.eindr.reminder.command.ReminderFixture.ONCE;
import static com.eindr.reminder.command.ReminderFixture.createReminder;
import static com.eindr.reminder.command.ReminderFixture.created;
import static com.eindr.reminder.command.ReminderFixture.due;
import static com.eindr.reminder.command.ReminderFixture.expectRefusal;
import static com.eindr.reminder.command.ReminderFixture.nagging;
import static com.eindr.reminder.command.ReminderFixture.repeating;
import static com.eindr.reminder.command.ReminderFixture.timed;

import com.eindr.account.Plan;
import com.eindr.reminder.ReminderCommand.CreateReminder;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.Refusal;
import java.time.Duration;
import java.time.LocalDateTime;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreateReminderTest {
    private final ReminderFixture reminder = new ReminderFixture();

    @Test
    void a_reminder_is_armed_for_its_time() {
        reminder.givenNothing()
                .when(createReminder(ONCE))
                .expectResultMessagePayload(1L)
                .expectEvents(created(ONCE, due("2026-12-01T09:00", "2026-12-01T04:00:00Z")));
    }

    @Test
    void an_expired_plan_creates_nothing() {
        new ReminderFixture(Plan.EXPIRED)
                .givenNothing()
                .when(createReminder(ONCE))
                .expectNoEvents()
                .expectException(Refusal.class);
    }

    @Test
    void a_single_time_that_has_passed_rings_late_at_once() {
        reminder.givenAt("2027-01-01T00:00:00Z")
                .when(createReminder(ONCE))
                .expectEvents(created(ONCE, due("2026-12-01T09:00", "2026-12-01T04:00:00Z")));
    }

    @Test
    void a_series_begins_with_its_first_occurrence_that_has_not_passed() {
        reminder.givenAt("2026-12-05T04:00:00Z")
                .when(createReminder(DAILY))
                .expectEvents(created(DAILY, due("2026-12-05T09:00", "2026-12-05T04:00:00Z")));
    }

    @Test
    void a_series_of_which_nothing_is_to_come_is_refused() {
        Schedule over = repeating(ONCE, "FREQ=DAILY;COUNT=3", RepeatFrom.FROM_DUE);

        expectRefusal(
                reminder.givenAt("2026-12-05T04:00:00Z").when(createReminder(over)),
                ReminderRefusal.RECURRENCE_WITHOUT_OCCURRENCE,
                "recurrence");
    }

    @Test
    void whole_days_begin_at_midnight() {
        Schedule wanted = timed(ONCE, Timing.ALL_DAY);

        reminder.givenNothing()
                .when(createReminder(wanted))
                .expectEvents(created(
                        wanted.startingAt(LocalDateTime.of(2026, 12, 1, 0, 0)),
                        due("2026-12-01", "2026-12-01T04:00:00Z")));
    }

    @Test
    void a_schedule_that_contradicts_itself_is_refused_by_field() {
        assertRefused(ONCE.startingAt(LocalDateTime.of(10_000, 1, 1, 0, 0)), ReminderRefusal.INVALID_SCHEDULE, "start");
        assertRefused(ONCE.startingAt(LocalDateTime.of(1969, 12, 31, 0, 0)), ReminderRefusal.INVALID_SCHEDULE, "start");
        assertRefused(
                ONCE.startingAt(LocalDateTime.of(2026, 12, 1, 9, 0, 0, 1)), ReminderRefusal.INVALID_SCHEDULE, "start");
        assertRefused(nagging(ONCE, Duration.ofSeconds(59)), ReminderRefusal.INVALID_SCHEDULE, "nagEvery");
        assertRefused(nagging(ONCE, Duration.ofDays(1).plusSeconds(1)), ReminderRefusal.INVALID_SCHEDULE, "nagEvery");
        assertRefused(
                repeating(ONCE, null, RepeatFrom.FROM_COMPLETION), ReminderRefusal.INVALID_SCHEDULE, "repeatFrom");
        assertRefused(
                repeating(ONCE, "FREQ=SOMETIMES", RepeatFrom.FROM_DUE),
                ReminderRefusal.INVALID_RECURRENCE,
                "recurrence");
        assertRefused(
                repeating(ONCE, "FREQ=SECONDLY", RepeatFrom.FROM_DUE),
                ReminderRefusal.RECURRENCE_TOO_FINE,
                "recurrence");
        assertRefused(
                repeating(ONCE, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", RepeatFrom.FROM_DUE),
                ReminderRefusal.RECURRENCE_WITHOUT_OCCURRENCE,
                "recurrence");
    }

    @Test
    void words_that_cannot_be_shown_are_refused_by_field() {
        assertRefused("x".repeat(201), null, "title");
        assertRefused(" ", null, "title");
        assertRefused("a\u0007b", null, "title");
        assertRefused("a\nb", null, "title");
        assertRefused("a", "x".repeat(10_001), "notes");
        assertRefused("a", "\u0000", "notes");
        new ReminderFixture()
                .givenNothing()
                .when(new CreateReminder(ID, ANA, ANA, "\ud83d\ude00".repeat(200), "one\r\n\ttwo", ONCE))
                .expectResultMessagePayload(1L);
    }

    @Test
    void nobody_sets_a_reminder_for_somebody_else() {
        expectRefusal(
                reminder.givenNothing().when(new CreateReminder(ID, BEN, ANA, "Call Ben", null, ONCE)),
                ReminderRefusal.NOT_THE_OWNER);
    }

    @Test
    void an_id_is_given_once() {
        reminder.given(created(ONCE, due("2026-12-01T09:00", "2026-12-01T04:00:00Z")))
                .when(createReminder(ONCE))
                .expectException(EventStoreException.class);
    }

    private static void assertRefused(Schedule schedule, ReminderRefusal reason, String field) {
        expectRefusal(new ReminderFixture().givenNothing().when(createReminder(schedule)), reason, field);
    }

    private static void assertRefused(String title, @Nullable String notes, String field) {
        expectRefusal(
                new ReminderFixture().givenNothing().when(new CreateReminder(ID, ANA, ANA, title, notes, ONCE)),
                ReminderRefusal.INVALID_WORDS,
                field);
    }
}
