package com.eindr.reminder.command;

import com.eindr.reminder.Schedule;
import com.eindr.reminder.command.Lives.Step;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random lives of reminders, beside the naive one: whatever is done to them, both are armed for the same moment. */
class ReminderModelTest {
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

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void what_is_taken_back_at_once_leaves_the_reminder_as_it_was(
            @ForAll(supplier = Lives.AnySchedule.class) Schedule schedule,
            @ForAll(supplier = Lives.AnyLife.class) List<Step> life) {
        Life both = new Life(schedule).takingBackEverything();
        for (Step step : life) {
            both.live(step);
        }
    }
}
