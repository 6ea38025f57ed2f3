package com.eindr.reminder.command;

import com.eindr.account.Plan;
import com.eindr.account.command.Entitled;
import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderCommand.CreateReminder;
import com.eindr.reminder.ReminderCommand.EditReminder;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.Patch;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;
import org.jspecify.annotations.Nullable;

/** Given, when and then of a reminder of Ana's: by default a daily one at nine in Karachi, which is four in UTC. */
final class ReminderFixture {
    static final ReminderId ID = ReminderId.of("01890000-0000-7000-8000-000000000001");
    static final UserId ANA = new UserId("ana");
    static final UserId BEN = new UserId("ben");
    static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    static final Schedule ONCE = new Schedule(
            LocalDateTime.of(2026, 12, 1, 9, 0),
            KARACHI,
            Timing.FIXED,
            null,
            RepeatFrom.FROM_DUE,
            OnMissed.FIRE_LATE,
            null);
    static final Schedule DAILY = repeating(ONCE, "FREQ=DAILY", RepeatFrom.FROM_DUE);

    final SettableClock clock = new SettableClock(at("2026-11-30T12:00:00Z"));
    private final AggregateTestFixture<Reminder> fixture = new AggregateTestFixture<>(Reminder.class);

    ReminderFixture() {
        this(Plan.ELITE);
    }

    ReminderFixture(Plan plan) {
        fixture.registerInjectableResource(Entitled.to(plan));
        fixture.registerInjectableResource(clock);
        fixture.registerInjectableResource(new Rfc5545Calendar(LocalTime.of(9, 0)));
        fixture.registerInjectableResource(new RingPolicy(Duration.ofMinutes(1)));
    }

    TestExecutor<Reminder> givenNothing() {
        return fixture.givenNoPriorActivity();
    }

    TestExecutor<Reminder> given(Object... events) {
        return fixture.given(events);
    }

    /** What has been recorded so far, and that it is this late now. */
    TestExecutor<Reminder> givenAt(String now, Object... events) {
        clock.set(at(now));
        return fixture.given(events);
    }

    static Instant at(String instant) {
        return Instant.parse(instant);
    }

    static OccurrenceId id(String occurrence) {
        return new OccurrenceId(occurrence);
    }

    static Alarm due(String occurrence, String dueAt) {
        return alarm(occurrence, dueAt, Alarm.Kind.DUE, 0);
    }

    static Alarm alarm(String occurrence, String dueAt, Alarm.Kind kind, int nag) {
        return new Alarm(id(occurrence), at(dueAt), Adjustment.NONE, kind, nag);
    }

    static Schedule repeating(Schedule schedule, @Nullable String rule, RepeatFrom repeatFrom) {
        return new Schedule(
                schedule.start(),
                schedule.timeZone(),
                schedule.timing(),
                rule,
                repeatFrom,
                schedule.onMissed(),
                schedule.nagEvery());
    }

    static Schedule missing(Schedule schedule, OnMissed onMissed) {
        return new Schedule(
                schedule.start(),
                schedule.timeZone(),
                schedule.timing(),
                schedule.recurrence(),
                schedule.repeatFrom(),
                onMissed,
                schedule.nagEvery());
    }

    static Schedule nagging(Schedule schedule, @Nullable Duration every) {
        return new Schedule(
                schedule.start(),
                schedule.timeZone(),
                schedule.timing(),
                schedule.recurrence(),
                schedule.repeatFrom(),
                schedule.onMissed(),
                every);
    }

    static Schedule timed(Schedule schedule, Timing timing) {
        return new Schedule(
                schedule.start(),
                schedule.timeZone(),
                timing,
                schedule.recurrence(),
                schedule.repeatFrom(),
                schedule.onMissed(),
                schedule.nagEvery());
    }

    static CreateReminder createReminder(Schedule schedule) {
        return new CreateReminder(ID, ANA, ANA, "Call Ben", null, schedule);
    }

    static ReminderCreated created(Schedule schedule, @Nullable Alarm next) {
        return new ReminderCreated(ID, ANA, ANA, "Call Ben", null, schedule, next);
    }

    static OccurrenceRang rang(
            String occurrence, String dueAt, String rangAt, boolean late, int nag, @Nullable Alarm next) {
        return new OccurrenceRang(ID, ANA, "Call Ben", id(occurrence), at(dueAt), at(rangAt), late, nag, next);
    }

    static Edit edit() {
        return new Edit(new EditReminder(
                ID,
                ANA,
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent()));
    }

    /** An edit that grows by the fields it mentions. */
    record Edit(EditReminder command) {
        Edit by(UserId by) {
            EditReminder c = command;
            return new Edit(new EditReminder(
                    ID,
                    by,
                    c.title(),
                    c.notes(),
                    c.start(),
                    c.timeZone(),
                    c.timing(),
                    c.recurrence(),
                    c.repeatFrom(),
                    c.onMissed(),
                    c.nagEvery()));
        }

        Edit words(String title, @Nullable String notes) {
            EditReminder c = command;
            return new Edit(new EditReminder(
                    ID,
                    c.by(),
                    Patch.of(title),
                    Patch.of(notes),
                    c.start(),
                    c.timeZone(),
                    c.timing(),
                    c.recurrence(),
                    c.repeatFrom(),
                    c.onMissed(),
                    c.nagEvery()));
        }

        Edit schedule(Schedule schedule) {
            EditReminder c = command;
            return new Edit(new EditReminder(
                    ID,
                    c.by(),
                    c.title(),
                    c.notes(),
                    Patch.of(schedule.start()),
                    Patch.of(schedule.timeZone()),
                    Patch.of(schedule.timing()),
                    Patch.of(schedule.recurrence()),
                    Patch.of(schedule.repeatFrom()),
                    Patch.of(schedule.onMissed()),
                    Patch.of(schedule.nagEvery())));
        }
    }

    static ResultValidator<Reminder> expectRefusal(ResultValidator<Reminder> result, ReminderRefusal reason) {
        return expectRefusal(result, reason, null);
    }

    static ResultValidator<Reminder> expectRefusal(
            ResultValidator<Reminder> result, ReminderRefusal reason, @Nullable String field) {
        return result.expectNoEvents().expectException(new RefusalFor(reason, field));
    }

    /** Says which refusal came instead, if another did. */
    private static final class RefusalFor extends TypeSafeMatcher<Refusal> {
        private final ReminderRefusal reason;
        private final @Nullable String field;

        RefusalFor(ReminderRefusal reason, @Nullable String field) {
            this.reason = reason;
            this.field = field;
        }

        @Override
        protected boolean matchesSafely(Refusal refusal) {
            return refusal.reason() == reason && Objects.equals(refusal.field(), field);
        }

        @Override
        public void describeTo(Description description) {
            description.appendText("a refusal " + reason + " of " + field);
        }

        @Override
        protected void describeMismatchSafely(Refusal refusal, Description description) {
            description.appendText("was " + refusal.reason() + " of " + refusal.field() + ": " + refusal.detail());
        }
    }
}
