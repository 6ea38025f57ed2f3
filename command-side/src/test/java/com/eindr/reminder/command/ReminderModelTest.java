package com.eindr.reminder.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderCommand.CancelReminder;
import com.eindr.reminder.ReminderCommand.CompleteOccurrence;
import com.eindr.reminder.ReminderCommand.FollowOwnerZone;
import com.eindr.reminder.ReminderCommand.MoveOccurrence;
import com.eindr.reminder.ReminderCommand.RingReminder;
import com.eindr.reminder.ReminderCommand.SkipOccurrence;
import com.eindr.reminder.ReminderCommand.SnoozeOccurrence;
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
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Random lives of reminders, beside the naive one: whatever is done to them, both are armed for the same moment. */
class ReminderModelTest {
    private static final Instant BEGINNING = Instant.parse("2026-12-01T00:00:00Z");

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_reminder_lives_like_the_naive_one(
            @ForAll(supplier = Lives.AnySchedule.class) Schedule schedule,
            @ForAll(supplier = Lives.AnyLife.class) List<Step> life) {
        Life both = new Life(schedule);
        for (Step step : life) {
            both.live(step);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_reminder_restored_from_a_snapshot_lives_on_as_it_would_have(
            @ForAll(supplier = Lives.AnySchedule.class) Schedule schedule,
            @ForAll(supplier = Lives.AnyLife.class) List<Step> life,
            @ForAll @IntRange(min = 1, max = 5) int stepsBetweenSnapshots) {
        Life both = new Life(schedule);
        for (int i = 0; i < life.size(); i++) {
            both.live(life.get(i));
            if (i % stepsBetweenSnapshots == 0) {
                both.restored.takeSnapshot();
            }
        }
    }

    /** One reminder in the real aggregate, once from all its events and once perhaps restored, and in the naive one. */
    private static final class Life {
        private final SettableClock clock = new SettableClock(BEGINNING);
        private final InMemoryReminders reminders = new InMemoryReminders(clock);
        private final InMemoryReminders restored = new InMemoryReminders(clock);
        private final NaiveReminder naive;
        private final List<Alarm> formerAlarms = new ArrayList<>();
        private final Set<Alarm> rung = new HashSet<>();
        private @Nullable Alarm armed;
        private int seen;

        Life(Schedule schedule) {
            naive = new NaiveReminder(schedule, BEGINNING);
            assertThat(send(ReminderFixture.createReminder(schedule))).isNull();
            compare("created");
        }

        private @Nullable ReminderRefusal send(Object command) {
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
            if (expected == null) {
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
            if (expected == null) {
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
            assertThat(Optional.ofNullable(armed)).as(what).isEqualTo(naive.armed());
            assertThat(events.getLast() instanceof ReminderEvent.ReminderCompleted)
                    .as(what)
                    .isEqualTo(naive.status == ReminderStatus.COMPLETED);
        }
    }
}
