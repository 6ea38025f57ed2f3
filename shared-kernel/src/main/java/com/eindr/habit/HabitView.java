package com.eindr.habit;

import com.eindr.reminder.ReminderId;
import com.eindr.reminder.Schedule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion as its person sees it.
 *
 * @param reminderId what it has become; null unless it was accepted
 */
public record HabitView(
        HabitId id,
        String title,
        Schedule schedule,
        List<HabitEvidence> evidence,
        Instant suggestedAt,
        HabitStatus status,
        @Nullable ReminderId reminderId,
        long version) {
    public HabitView {
        evidence = List.copyOf(evidence);
    }
}
