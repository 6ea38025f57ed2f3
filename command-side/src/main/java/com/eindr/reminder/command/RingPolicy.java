package com.eindr.reminder.command;

import java.time.Duration;

/**
 * How punctual a ring is expected to be ({@code eindr.reminders.late-after}).
 *
 * @param lateAfter a ring that comes later than this after its time is a late one, and says so
 */
public record RingPolicy(Duration lateAfter) {
    public RingPolicy {
        if (lateAfter.isNegative()) {
            throw new IllegalArgumentException("late-after is not negative");
        }
    }
}
