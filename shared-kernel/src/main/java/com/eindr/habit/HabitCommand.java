package com.eindr.habit;

import com.eindr.reminder.Schedule;
import com.eindr.shared.UserId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Every order a habit takes. */
public sealed interface HabitCommand {

    HabitId habitId();

    /** An order that a person gives; anybody but the owner is told that there is no such suggestion. */
    sealed interface OfUser extends HabitCommand {
        UserId by();
    }

    /**
     * Suggests to make a reminder of what {@code ownerId} does again and again. Ignored where it is suggested already, or was
     * answered.
     *
     * @param schedule as the reminder's would be; its start is the first time after the evidence
     * @param evidence what led to it, in order of time
     */
    record SuggestHabit(
            @TargetAggregateIdentifier HabitId habitId,
            UserId ownerId,
            String title,
            Schedule schedule,
            List<HabitEvidence> evidence)
            implements HabitCommand {
        public SuggestHabit {
            evidence = List.copyOf(evidence);
        }
    }

    /** Makes a reminder of it in the same commit; accepting again changes nothing. */
    record AcceptHabit(@TargetAggregateIdentifier HabitId habitId, UserId by) implements OfUser {}

    /** It is never suggested again; dismissing again changes nothing. */
    record DismissHabit(@TargetAggregateIdentifier HabitId habitId, UserId by) implements OfUser {}

    /** What led to it was undone. Ignored where it is not open. */
    record WithdrawHabit(@TargetAggregateIdentifier HabitId habitId) implements HabitCommand {}
}
