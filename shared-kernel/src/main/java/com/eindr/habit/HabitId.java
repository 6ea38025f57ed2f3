package com.eindr.habit;

import static java.util.Objects.requireNonNull;

import com.eindr.reminder.ReminderId;
import com.eindr.shared.DerivedUuid;
import com.eindr.shared.UserId;
import java.util.UUID;

/** A habit that somebody seems to have. */
public record HabitId(UUID value) {
    public HabitId {
        requireNonNull(value, "value");
    }

    /**
     * The habit of somebody's doing what they were first reminded of by {@code first}. It follows from a reminder and not from
     * words, of which an id would tell something after they are erased.
     */
    public static HabitId of(UserId owner, ReminderId first) {
        return new HabitId(DerivedUuid.of("habit", owner.value(), first.toString()));
    }

    /** The reminder that it becomes where it is accepted: the same one, however often that is tried. */
    public ReminderId reminderId() {
        return new ReminderId(DerivedUuid.of("reminder-of-habit", value.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
