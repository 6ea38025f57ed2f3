package com.eindr.habit;

import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;

/** Every question about habits. */
public sealed interface HabitQuery {

    /** Answered by a slice of {@link HabitView}, the latest first. */
    record HabitsOf(UserId owner, HabitStatus status, SliceRequest slice) implements HabitQuery {}

    /** Answered by {@link com.eindr.shared.Changes} of {@link HabitView}. */
    record HabitsChangedSince(UserId owner, long position, int limit) implements HabitQuery {}
}
