package com.eindr.habit.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.habit.HabitEvent.HabitAccepted;
import com.eindr.habit.HabitEvent.HabitSuggested;
import com.eindr.habit.HabitEvidence;
import com.eindr.habit.HabitId;
import com.eindr.habit.HabitQuery.HabitsOf;
import com.eindr.habit.HabitStatus;
import com.eindr.habit.HabitView;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderEvent.ReminderRescheduled;
import com.eindr.reminder.ReminderEvent.ReminderReworded;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Log;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.ReadModels;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HabitsProjectionTest {
    private static final UserId ANA = new UserId("ana");
    private static final ReminderId SWIM = new ReminderId(new UUID(1, 1));
    private static final OccurrenceId NINE = new OccurrenceId("2026-12-07T09:00");
    private static final Instant DUE = Instant.parse("2026-12-07T04:00:00Z");
    private static final Instant DONE = Instant.parse("2026-12-07T04:20:00Z");
    private static final HabitId HABIT = HabitId.of(ANA, SWIM);

    private final ReadModels models = ReadModels.fresh();
    private final Log log = new Log();

    @Test
    void what_was_done_is_kept_with_the_local_time_at_which_it_was() {
        created(null);
        log.append(SWIM, new OccurrenceRang(SWIM, ANA, "Swim", NINE, DUE, DUE, false, 0, null));
        log.append(SWIM, new OccurrenceCompleted(SWIM, ANA, ANA, NINE, DONE, null));
        log.append(SWIM, new ReminderReworded(SWIM, ANA, ANA, "Swimming", null));
        assertThat(evidence()).containsExactly("Swimming 2026-12-07 09:00:00 f f 2026-12-07 09:20:00 4 4");
        log.append(SWIM, new ReminderCancelled(SWIM, ANA, ANA));
        assertThat(evidence()).containsExactly("Swimming 2026-12-07 09:00:00 f t 2026-12-07 09:20:00 4 5");
    }

    @Test
    void of_a_series_nothing_is_kept_that_was_done() {
        created("FREQ=DAILY");
        log.append(SWIM, new OccurrenceCompleted(SWIM, ANA, ANA, NINE, DONE, null));
        assertThat(evidence()).containsExactly("Swim 2026-12-07 09:00:00 t f 1 1");
        log.append(SWIM, new ReminderRescheduled(SWIM, ANA, ANA, schedule(null), null));
        assertThat(evidence()).containsExactly("Swim 2026-12-07 09:00:00 f f 1 3");
    }

    @Test
    void a_suggestion_is_listed_as_it_was_made_until_it_is_answered() {
        HabitSuggested fact = new HabitSuggested(
                HABIT,
                ANA,
                "Swim",
                schedule("FREQ=WEEKLY;BYDAY=MO"),
                List.of(new HabitEvidence(SWIM, NINE, DONE), new HabitEvidence(SWIM, NINE, DUE)),
                DONE);
        log.append(HABIT, fact);
        handle(50);
        assertThat(listed(HabitStatus.SUGGESTED))
                .containsExactly(new HabitView(
                        HABIT, "Swim", fact.schedule(), fact.evidence(), DONE, HabitStatus.SUGGESTED, null, 1));
        log.append(HABIT, new HabitAccepted(HABIT, ANA, HABIT.reminderId(), DONE));
        handle(50);
        assertThat(listed(HabitStatus.SUGGESTED)).isEmpty();
        assertThat(listed(HabitStatus.ACCEPTED))
                .singleElement()
                .extracting(HabitView::reminderId)
                .isEqualTo(HABIT.reminderId());
    }

    @Test
    void the_same_events_make_the_same_tables_however_they_are_cut_and_nothing_is_left_of_who_leaves() {
        log.append(ANA, new UserRegistered(ANA, Profile.INITIAL, Preferences.INITIAL));
        created(null);
        log.append(SWIM, new OccurrenceRang(SWIM, ANA, "Swim", NINE, DUE, DUE, false, 0, null));
        log.append(SWIM, new OccurrenceCompleted(SWIM, ANA, ANA, NINE, DONE, null));
        log.append(HABIT, new HabitSuggested(HABIT, ANA, "Swim", schedule("FREQ=DAILY"), List.of(), DONE));
        List<String> tables = projection().tables();
        handle(1);
        String oneByOne = models.digest(tables);
        handle(3);
        assertThat(models.digest(tables)).isEqualTo(oneByOne);
        models.clear();
        String nothing = models.digest(tables);
        handle(50);
        assertThat(models.digest(tables)).isEqualTo(oneByOne).isNotEqualTo(nothing);
        log.append(ANA, new PersonErased(ANA, DONE, DONE));
        handle(50);
        assertThat(models.digest(tables)).isEqualTo(nothing);
    }

    private void created(@Nullable String recurrence) {
        log.append(SWIM, new ReminderCreated(SWIM, ANA, ANA, "Swim", null, schedule(recurrence), null));
    }

    private static Schedule schedule(@Nullable String recurrence) {
        return new Schedule(
                LocalDateTime.parse("2026-12-07T09:00"),
                ZoneId.of("Asia/Karachi"),
                Timing.FIXED,
                recurrence,
                RepeatFrom.FROM_DUE,
                OnMissed.FIRE_LATE,
                null);
    }

    private List<HabitView> listed(HabitStatus status) {
        return models.slice(new HabitsOf(ANA, status, new SliceRequest(10, null)), HabitView.class)
                .items();
    }

    private List<String> evidence() {
        handle(50);
        return models.jdbc()
                .queryForList(
                        "SELECT concat_ws(' ', title, planned, repeating, cancelled, done_on, said_at, changed_at)"
                                + " FROM habit_evidence",
                        String.class);
    }

    private void handle(int batch) {
        for (int from = 0; from < log.all().size(); from += batch) {
            models.handle(
                    projection(), log.all().subList(from, Math.min(log.all().size(), from + batch)), false, () -> null);
        }
    }

    private Projection projection() {
        return models.projection(HabitsProjection.NAME);
    }
}
