package com.eindr.habit;

import com.eindr.reminder.ReminderId;
import com.eindr.reminder.Schedule;
import com.eindr.shared.Personal;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Everything that can happen to a habit. Stored for ever. */
public sealed interface HabitEvent {

    HabitId habitId();

    UserId ownerId();

    /** Somebody does the same at similar times, and is asked whether a reminder should repeat instead. */
    @Revision("1")
    record HabitSuggested(
            HabitId habitId,
            UserId ownerId,
            @Personal(of = "ownerId") String title,
            Schedule schedule,
            List<HabitEvidence> evidence,
            Instant suggestedAt)
            implements HabitEvent {
        public HabitSuggested {
            evidence = List.copyOf(evidence);
        }
    }

    /** It is a reminder of theirs from now on, which is in the log just before this. */
    @Revision("1")
    record HabitAccepted(HabitId habitId, UserId ownerId, ReminderId reminderId, Instant at) implements HabitEvent {}

    /** They do not want to hear of it again. */
    @Revision("1")
    record HabitDismissed(HabitId habitId, UserId ownerId, Instant at) implements HabitEvent {}

    /** What led to it was undone, or they have such a reminder already, or they want no suggestions any more. */
    @Revision("1")
    record HabitWithdrawn(HabitId habitId, UserId ownerId, Instant at) implements HabitEvent {}
}
