package com.eindr.reminder.command;

import com.eindr.reminder.ReminderCommand.CompleteOccurrence;
import com.eindr.reminder.ReminderCommand.MoveOccurrence;
import com.eindr.reminder.ReminderCommand.ReopenOccurrence;
import com.eindr.reminder.ReminderCommand.SkipOccurrence;
import com.eindr.reminder.ReminderCommand.SnoozeOccurrence;
import com.eindr.reminder.ReminderCommand.WithdrawPutOff;
import org.jspecify.annotations.Nullable;

/** How what was done to the reminder of the fixture is taken back, and what is the same again then. */
final class TakingBack {
    private TakingBack() {}

    /** Null for what is not taken back, or not exactly. */
    static @Nullable Object of(Object command) {
        return switch (command) {
            case CompleteOccurrence _, SkipOccurrence _ ->
                new ReopenOccurrence(ReminderFixture.ID, ReminderFixture.ANA, null);
            case SnoozeOccurrence _, MoveOccurrence _ ->
                new WithdrawPutOff(ReminderFixture.ID, ReminderFixture.ANA, null);
            default -> null;
        };
    }

    /** Everything that has a say in when it rings. */
    static ReminderSnapshot comparable(ReminderSnapshot state) {
        return new ReminderSnapshot(
                state.reminderId(),
                state.ownerId(),
                state.title(),
                state.notes(),
                state.schedule(),
                state.status(),
                state.armed(),
                state.course(),
                null);
    }
}
