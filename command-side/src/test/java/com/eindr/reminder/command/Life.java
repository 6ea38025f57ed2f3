package com.eindr.reminder.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderCommand.CancelReminder;
import com.eindr.reminder.ReminderCommand.CompleteOccurrence;
import com.eindr.reminder.ReminderCommand.FollowOwnerZone;
import com.eindr.reminder.ReminderCommand.MoveOccurrence;
import com.eindr.reminder.ReminderCommand.ReinstateReminder;
import com.eindr.reminder.ReminderCommand.ReopenOccurrence;
import com.eindr.reminder.ReminderCommand.RingReminder;
import com.eindr.reminder.ReminderCommand.SkipOccurrence;
import com.eindr.reminder.ReminderCommand.SnoozeOccurrence;
import com.eindr.reminder.ReminderCommand.WithdrawPutOff;
import com.eindr.reminder.ReminderEvent;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.command.Lives.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reminder in the real aggregate, once from all its events and once perhaps restored, and in the naive one. */
final class Life {
    private static final Instant BEGINNING = Instant.parse("2026-12-01T00:00:00Z");

    private final SettableClock clock = new SettableClock(BEGINNING);
    private final InMemoryReminders reminders = new InMemoryReminders(clock);
    final InMemoryReminders restored = new InMemoryReminders(clock);
    private NaiveReminder naive;
    private final List<Alarm> formerAlarms = new ArrayList<>();
    private final Set<Alarm> rung = new HashSet<>();
    private @Nullable Alarm armed;
    private int seen;
    private boolean reinstated;
    private boolean takesBack;

    Life(Schedule schedule) {
        naive = new NaiveReminder(schedule, BEGINNING);
        assertThat(send(ReminderFixture.createReminder(schedule))).isNull();
        compare("created");
    }

    /** Whatever can be is taken back as soon as it is done, compared, and done once more. */
    Life takingBackEverything() {
        takesBack = true;
        return this;
    }

    private @Nullable ReminderRefusal send(Object command) {
        Object back = takesBack ? TakingBack.of(command) : null;
        if (back != null) {
            ReminderSnapshot before = TakingBack.comparable(reminders.state());
            int events = reminders.events().size();
            if (sendToBoth(command) == null && reminders.events().size() > events) {
                assertThat(sendToBoth(back)).as(command.toString()).isNull();
                assertThat(TakingBack.comparable(reminders.state()))
                        .as(command.toString())
                        .isEqualTo(before);
                assertThat(sendToBoth(back)).isNotNull();
                seen = reminders.events().size();
            }
        }
        return sendToBoth(command);
    }

    private @Nullable ReminderRefusal sendToBoth(Object command) {
        ReminderRefusal refusal = reminders.send(command);
        assertThat(restored.send(command)).isEqualTo(refusal);
        assertThat(restored.events()).isEqualTo(reminders.events());
        return refusal;
    }

    void live(Step step) {
        Instant now = clock.instant();
        switch (step.deed()) {
            case WAIT -> clock.set(now.plus(Duration.ofMinutes(step.minutes())));
            case RING -> ringWhatIsArmed(step);
            case RING_AN_OLD_ALARM -> ringAnOldAlarm(step);
            case COMPLETE -> settle(step, true);
            case SKIP -> settle(step, false);
            case SNOOZE -> snooze(step);
            case MOVE -> move(step);
            case RESCHEDULE -> reschedule(step);
            case CHANGE_MANNER -> changeManner(step);
            case TRAVEL -> travel(step);
            case CANCEL -> cancel(step);
            case REINSTATE -> reinstate();
            case REOPEN -> takeBack(step, true);
            case WITHDRAW -> takeBack(step, false);
        }
        compare(step.toString());
    }

    /** The deadline comes at the alarm's time, or later if the system was down. */
    private void ringWhatIsArmed(Step step) {
        Optional<Alarm> next = naive.armed();
        if (next.isEmpty()) {
            return;
        }
        Instant onTime =
                next.get().dueAt().isAfter(clock.instant()) ? next.get().dueAt() : clock.instant();
        clock.set(step.choice() % 3 == 0 ? onTime.plus(Duration.ofMinutes(step.minutes())) : onTime);
        assertThat(send(new RingReminder(ReminderFixture.ID, next.get()))).isNull();
        naive.ring(next.get(), clock.instant());
    }

    private void ringAnOldAlarm(Step step) {
        if (!formerAlarms.isEmpty()) {
            Alarm old = formerAlarms.get(step.choice() % formerAlarms.size());
            if (!old.equals(armed)) {
                assertThat(send(new RingReminder(ReminderFixture.ID, old))).isNull();
            }
        }
    }

    private void settle(Step step, boolean done) {
        OccurrenceId asked = asked(step);
        Object command = done
                ? new CompleteOccurrence(ReminderFixture.ID, ReminderFixture.ANA, asked)
                : new SkipOccurrence(ReminderFixture.ID, ReminderFixture.ANA, asked);
        ReminderRefusal expected =
                naive.status == ReminderStatus.COMPLETED ? ReminderRefusal.OCCURRENCE_SETTLED : refusal(asked);
        Optional<LocalDateTime> target = target(asked);
        assertThat(send(command)).isEqualTo(expected);
        if (expected == null) {
            naive.settle(target.orElseThrow(), clock.instant());
        }
    }

    private void snooze(Step step) {
        OccurrenceId asked = asked(step);
        Instant until = clock.instant().plus(Duration.ofMinutes(step.minutes()));
        ReminderRefusal expected = refusal(asked);
        Optional<LocalDateTime> target = target(asked);
        assertThat(send(new SnoozeOccurrence(ReminderFixture.ID, ReminderFixture.ANA, asked, until)))
                .isEqualTo(expected);
        if (expected == null && hasRecorded()) {
            naive.snooze(target.orElseThrow(), until);
        }
    }

    private void move(Step step) {
        OccurrenceId asked = asked(step);
        LocalDateTime to = clock.instant()
                .atZone(naive.schedule.timeZone())
                .toLocalDateTime()
                .plusMinutes(step.minutes());
        ReminderRefusal expected = refusal(asked);
        Optional<LocalDateTime> target = target(asked);
        assertThat(send(new MoveOccurrence(ReminderFixture.ID, ReminderFixture.ANA, asked, to)))
                .isEqualTo(expected);
        if (expected == null && hasRecorded()) {
            naive.move(target.orElseThrow(), to);
        }
    }

    private void reschedule(Step step) {
        edit(naive.schedule.startingAt(naive.schedule.start().plusMinutes(60L * (step.choice() % 30 - 10))));
    }

    private void changeManner(Step step) {
        edit(ReminderFixture.nagging(naive.schedule, Duration.ofMinutes(1 + step.choice())));
    }

    private void edit(Schedule wanted) {
        boolean over = !wanted.hasTimesOf(naive.schedule)
                && naive.wouldBeOver(wanted, clock.instant().plusMillis(1));
        ReminderRefusal expected = naive.status != ReminderStatus.ACTIVE
                ? ReminderRefusal.REMINDER_NOT_ACTIVE
                : over ? ReminderRefusal.RECURRENCE_WITHOUT_OCCURRENCE : null;
        assertThat(send(ReminderFixture.edit().schedule(wanted).command())).isEqualTo(expected);
        if (expected == null && !wanted.equals(naive.schedule)) {
            naive.reschedule(wanted, clock.instant());
        }
    }

    private void travel(Step step) {
        if (reinstated) {
            // Which passed occurrences a journey brings back is left to the examples.
            return;
        }
        ZoneId zone = ZoneId.of(step.choice() % 2 == 0 ? "Asia/Tokyo" : "Asia/Karachi");
        assertThat(send(new FollowOwnerZone(ReminderFixture.ID, zone))).isNull();
        if (naive.schedule.followsOwner() && naive.status == ReminderStatus.ACTIVE) {
            naive.follow(zone);
        }
    }

    private void cancel(Step step) {
        if (step.choice() % 8 != 0) {
            return;
        }
        assertThat(send(new CancelReminder(ReminderFixture.ID, ReminderFixture.ANA)))
                .isEqualTo(naive.status == ReminderStatus.ACTIVE ? null : ReminderRefusal.REMINDER_NOT_ACTIVE);
        if (naive.status == ReminderStatus.ACTIVE) {
            naive.status = ReminderStatus.CANCELLED;
        }
    }

    private void reinstate() {
        boolean wasCancelled = naive.status == ReminderStatus.CANCELLED;
        assertThat(send(new ReinstateReminder(ReminderFixture.ID, ReminderFixture.ANA)))
                .isEqualTo(wasCancelled ? null : ReminderRefusal.REMINDER_NOT_CANCELLED);
        if (wasCancelled) {
            naive.reinstate(clock.instant());
            reinstated = true;
        }
    }

    private void takeBack(Step step, boolean settled) {
        NaiveReminder.Deed last = naive.last();
        OccurrenceId asked = last == null || step.choice() % 2 == 0
                ? null
                : new OccurrenceId(last.occurrence().toString());
        boolean possible = last != null && last.settled() == settled;
        ReminderRefusal expected =
                naive.status == ReminderStatus.CANCELLED || (!settled && naive.status == ReminderStatus.COMPLETED)
                        ? ReminderRefusal.REMINDER_NOT_ACTIVE
                        : possible ? null : ReminderRefusal.NOTHING_TO_TAKE_BACK;
        assertThat(send(
                        settled
                                ? new ReopenOccurrence(ReminderFixture.ID, ReminderFixture.ANA, asked)
                                : new WithdrawPutOff(ReminderFixture.ID, ReminderFixture.ANA, asked)))
                .isEqualTo(expected);
        if (expected == null && last != null) {
            naive = last.without();
        }
    }

    /** The same snooze again records nothing. */
    private boolean hasRecorded() {
        return reminders.events().size() > seen;
    }

    /** Mostly nothing in particular, else a day of the series or, sometimes, none. */
    private @Nullable OccurrenceId asked(Step step) {
        return switch (step.choice() % 4) {
            case 0, 1 -> null;
            default ->
                new OccurrenceId(
                        naive.schedule.start().plusDays(step.choice() / 4).toString());
        };
    }

    private Optional<LocalDateTime> target(@Nullable OccurrenceId asked) {
        return asked == null ? naive.current() : Optional.of(NaiveReminder.local(asked));
    }

    private @Nullable ReminderRefusal refusal(@Nullable OccurrenceId asked) {
        if (naive.status != ReminderStatus.ACTIVE) {
            return ReminderRefusal.REMINDER_NOT_ACTIVE;
        }
        Optional<LocalDateTime> target = target(asked);
        if (target.isEmpty()) {
            return ReminderRefusal.NOTHING_TO_ACT_ON;
        }
        if (!naive.has(target.get()) && !naive.isPutOff(target.get())) {
            return ReminderRefusal.OCCURRENCE_NOT_FOUND;
        }
        return naive.isSettled(target.get()) ? ReminderRefusal.OCCURRENCE_SETTLED : null;
    }

    private void compare(String what) {
        List<ReminderEvent> events = reminders.events();
        for (ReminderEvent event : events.subList(seen, events.size())) {
            if (event instanceof OccurrenceRang rang) {
                // What was armed has rung; a nag counts, so that two of one occurrence are two alarms.
                assertThat(rung.add(armed)).as("rang twice: " + rang).isTrue();
                assertThat(rang.nag()).isBetween(0, 10);
                assertThat(rang.late())
                        .isEqualTo(rang.rangAt().isAfter(rang.dueAt().plus(Duration.ofMinutes(1))));
                assertThat(naive.schedule.onMissed() == OnMissed.SKIP && rang.late() && rang.nag() == 0)
                        .isFalse();
            }
            if (event instanceof ReminderEvent.ReminderRescheduled) {
                // Whoever sets a time again asks to be reminded again.
                rung.clear();
            }
            if (event instanceof ReminderEvent.Arming arming) {
                armed = arming.next();
                if (armed != null) {
                    formerAlarms.add(armed);
                }
            }
        }
        seen = events.size();
        naive.armedNow();
        assertThat(Optional.ofNullable(armed)).as(what).isEqualTo(naive.armed());
        assertThat(reminders.state().status()).as(what).isEqualTo(naive.status);
    }
}
