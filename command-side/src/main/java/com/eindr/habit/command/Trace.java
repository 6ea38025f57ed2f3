package com.eindr.habit.command;

import com.eindr.habit.HabitEvidence;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reminder tells of the habits of its person.
 *
 * @param made the position at which it was made, by which reminders have an order
 * @param meaning the parts of its vector; empty where its meaning is not known
 * @param planned when it was to ring, as its person said it; null for one that has no time of day
 * @param repeating whether it is a series: it is no sign of a habit, but of one that has its reminder already
 * @param cancelled whether it was called off: it counts for nothing
 * @param occurrence what it was that was done, or rang; null where neither has happened
 * @param doneAt null where it was not done
 * @param doneOn when it was done where it was to be done; null where it was not
 * @param rangAt null where it has not rung
 */
public record Trace(
        ReminderId reminderId,
        long made,
        String title,
        List<Byte> meaning,
        @Nullable LocalDateTime planned,
        ZoneId timeZone,
        boolean repeating,
        boolean cancelled,
        @Nullable OccurrenceId occurrence,
        @Nullable Instant doneAt,
        @Nullable LocalDateTime doneOn,
        @Nullable Instant rangAt) {
    public Trace {
        meaning = List.copyOf(meaning);
    }

    /** What it is evidence of; null where nothing has come of it. Being done tells more than having rung. */
    public @Nullable HabitEvidence evidence() {
        Instant at = doneAt != null ? doneAt : rangAt;
        return repeating || cancelled || occurrence == null || at == null
                ? null
                : new HabitEvidence(reminderId, occurrence, at);
    }
}
