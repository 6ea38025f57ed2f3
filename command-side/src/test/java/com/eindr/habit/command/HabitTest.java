package com.eindr.habit.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AccountRefusal;
import com.eindr.account.Plan;
import com.eindr.habit.HabitCommand.AcceptHabit;
import com.eindr.habit.HabitCommand.DismissHabit;
import com.eindr.habit.HabitCommand.SuggestHabit;
import com.eindr.habit.HabitCommand.WithdrawHabit;
import com.eindr.habit.HabitEvent.HabitAccepted;
import com.eindr.habit.HabitEvent.HabitDismissed;
import com.eindr.habit.HabitEvent.HabitSuggested;
import com.eindr.habit.HabitEvent.HabitWithdrawn;
import com.eindr.habit.HabitEvidence;
import com.eindr.habit.HabitId;
import com.eindr.habit.HabitRefusal;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Given what was suggested, what becomes of it; with the real reminder that it becomes. */
class HabitTest {
    /** A Monday, two hours after the suggestion's time in Karachi. */
    private static final Instant NOW = Instant.parse("2026-12-28T06:00:00Z");

    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final ReminderId FIRST = ReminderId.of("0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");
    private static final HabitId ID = HabitId.of(ANA, FIRST);
    private static final Schedule MONDAYS = new Schedule(
            LocalDateTime.parse("2026-12-21T09:00"),
            ZoneId.of("Asia/Karachi"),
            Timing.FIXED,
            "FREQ=WEEKLY;BYDAY=MO",
            RepeatFrom.FROM_DUE,
            OnMissed.FIRE_LATE,
            null);
    private static final SuggestHabit SUGGEST = new SuggestHabit(
            ID,
            ANA,
            "Go swimming",
            MONDAYS,
            List.of(new HabitEvidence(
                    FIRST, new OccurrenceId("2026-11-30T09:00"), Instant.parse("2026-11-30T04:05:00Z"))));
    private static final HabitSuggested SUGGESTED =
            new HabitSuggested(ID, ANA, "Go swimming", MONDAYS, SUGGEST.evidence(), NOW);

    private InMemoryHabits habits = on(Plan.PRO);

    @Test
    void what_is_suggested_again_is_suggested_once() {
        done(SUGGEST);
        done(SUGGEST);
        assertThat(habits.events(ID)).containsExactly(SUGGESTED);
    }

    @Test
    void what_is_accepted_is_a_reminder_from_the_next_time_on_and_only_one() {
        done(SUGGEST);
        done(new AcceptHabit(ID, ANA));
        done(new AcceptHabit(ID, ANA));
        assertThat(habits.events(ID)).containsExactly(SUGGESTED, new HabitAccepted(ID, ANA, ID.reminderId(), NOW));
        assertThat(habits.events(ID.reminderId()))
                .singleElement()
                .isInstanceOfSatisfying(ReminderCreated.class, made -> {
                    assertThat(made.ownerId()).isEqualTo(ANA);
                    assertThat(made.createdBy()).isEqualTo(ANA);
                    assertThat(made.title()).isEqualTo("Go swimming");
                    assertThat(made.schedule()).isEqualTo(MONDAYS.startingAt(LocalDateTime.parse("2027-01-04T09:00")));
                });
    }

    @Test
    void what_is_dismissed_is_never_suggested_again() {
        done(SUGGEST);
        done(new DismissHabit(ID, ANA));
        done(new DismissHabit(ID, ANA));
        done(SUGGEST);
        done(new WithdrawHabit(ID));
        assertThat(habits.events(ID)).containsExactly(SUGGESTED, new HabitDismissed(ID, ANA, NOW));
        refused(new AcceptHabit(ID, ANA), HabitRefusal.SUGGESTION_SETTLED);
    }

    @Test
    void what_is_withdrawn_cannot_be_answered_and_can_be_suggested_again() {
        done(SUGGEST);
        done(new WithdrawHabit(ID));
        done(new WithdrawHabit(ID));
        refused(new AcceptHabit(ID, ANA), HabitRefusal.SUGGESTION_SETTLED);
        refused(new DismissHabit(ID, ANA), HabitRefusal.SUGGESTION_SETTLED);
        done(SUGGEST);
        assertThat(habits.events(ID)).containsExactly(SUGGESTED, new HabitWithdrawn(ID, ANA, NOW), SUGGESTED);
    }

    @Test
    void what_is_accepted_stays() {
        done(SUGGEST);
        done(new AcceptHabit(ID, ANA));
        done(new WithdrawHabit(ID));
        done(SUGGEST);
        refused(new DismissHabit(ID, ANA), HabitRefusal.SUGGESTION_SETTLED);
        assertThat(habits.events(ID)).hasSize(2);
    }

    @Test
    void nobody_else_answers() {
        done(SUGGEST);
        refused(new AcceptHabit(ID, BEN), HabitRefusal.SUGGESTION_NOT_FOUND);
        refused(new DismissHabit(ID, BEN), HabitRefusal.SUGGESTION_NOT_FOUND);
    }

    @Test
    void a_plan_without_habits_accepts_none_and_may_dismiss() {
        habits = on(Plan.STARTER);
        done(SUGGEST);
        refused(new AcceptHabit(ID, ANA), AccountRefusal.PLAN_LOCKED);
        assertThat(habits.events(ID)).containsExactly(SUGGESTED);
        done(new DismissHabit(ID, ANA));
    }

    private static InMemoryHabits on(Plan plan) {
        return new InMemoryHabits(Clock.fixed(NOW, ZoneOffset.UTC), plan);
    }

    private void done(Object command) {
        assertThat(habits.send(command)).isNull();
    }

    private void refused(Object command, Object reason) {
        assertThat(habits.send(command)).isEqualTo(reason);
    }
}
