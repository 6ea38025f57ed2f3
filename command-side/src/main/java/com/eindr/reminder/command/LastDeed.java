package com.eindr.reminder.command;

import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person did last to an occurrence, and how far the reminder would have come without it: rings since then have
 * happened to both. Kept for as long as it can be taken back exactly.
 */
final class LastDeed {
    private final Kind kind;
    private final OccurrenceId occurrence;
    private final Progress without;

    /** @param without becomes its own */
    LastDeed(Kind kind, OccurrenceId occurrence, Progress without) {
        this.kind = kind;
        this.occurrence = occurrence;
        this.without = without;
    }

    enum Kind {
        /** Completed or skipped. */
        SETTLED,
        /** Snoozed or moved. */
        PUT_OFF
    }

    Kind kind() {
        return kind;
    }

    OccurrenceId occurrence() {
        return occurrence;
    }

    /** How far the reminder has come but for this. */
    Progress without() {
        return without;
    }

    /** The same after an occurrence rang; null where the deed is none any more that could be taken back. */
    @Nullable
    LastDeed rang(OccurrenceId rung, Schedule schedule, Instant rangAt, int nag) {
        if (isOvertakenBy(rung, schedule, nag)) {
            return null;
        }
        without.rang(rung, schedule, rangAt, nag);
        return this;
    }

    /** The same after an occurrence was missed; null where the deed is none any more that could be taken back. */
    @Nullable
    LastDeed missed(OccurrenceId passed, Schedule schedule, Instant noticedAt) {
        if (isOvertakenBy(passed, schedule, 0)) {
            return null;
        }
        without.missed(passed, schedule, noticedAt);
        return this;
    }

    /**
     * Whether what rang now would not have rung without the deed, or would have rung after the deed's own occurrence: that
     * one can have its turn no more. A repetition takes no series on, and neither does what was put off.
     */
    private boolean isOvertakenBy(OccurrenceId rung, Schedule schedule, int nag) {
        if (rung.equals(occurrence) || schedule.repeatFrom() == RepeatFrom.FROM_COMPLETION) {
            return true;
        }
        return nag == 0 && !without.isPutOff(rung) && rung.compareTo(occurrence) > 0 && without.isToCome(occurrence);
    }
}
