package com.eindr.reminder.query;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OccurrenceView;
import com.eindr.reminder.OccurrenceView.State;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code reminder_occurrence}.
 *
 * @param movedTo the local time to which its owner moved it; null where they did not, or where a ring has settled it
 * @param before what the row was until a person did something to the occurrence; null where there was no row, or where it
 *     has rung since
 */
record OccurrenceRow(
        ReminderId reminderId,
        OccurrenceId id,
        UserId ownerId,
        State state,
        Instant dueAt,
        Adjustment adjustment,
        boolean snoozed,
        @Nullable LocalDateTime movedTo,
        @Nullable Instant rangAt,
        @Nullable Before before) {

    /** What is given back to an occurrence when a deed is taken back. */
    record Before(
            State state,
            Instant dueAt,
            Adjustment adjustment,
            boolean snoozed,
            @Nullable LocalDateTime movedTo) {}

    static OccurrenceRow planned(ReminderRow reminder, Occurrence occurrence) {
        return new OccurrenceRow(
                reminder.id(),
                occurrence.id(),
                reminder.ownerId(),
                State.UPCOMING,
                occurrence.dueAt(),
                occurrence.adjustment(),
                false,
                null,
                null,
                null);
    }

    OccurrenceView view() {
        return new OccurrenceView(id, dueAt, adjustment, snoozed, state, rangAt);
    }

    OccurrenceRow rang(Occurrence when, Instant at) {
        return new OccurrenceRow(
                reminderId, id, ownerId, State.RANG, when.dueAt(), when.adjustment(), false, null, at, null);
    }

    /** An unanswered ring was repeated: the occurrence stays due when it was. */
    OccurrenceRow rangAgain(Instant at) {
        return new OccurrenceRow(reminderId, id, ownerId, State.RANG, dueAt, adjustment, false, null, at, null);
    }

    OccurrenceRow missed(Occurrence when) {
        return new OccurrenceRow(
                reminderId, id, ownerId, State.MISSED, when.dueAt(), when.adjustment(), false, null, rangAt, null);
    }

    OccurrenceRow settled(State how) {
        return new OccurrenceRow(reminderId, id, ownerId, how, dueAt, adjustment, false, null, rangAt, before);
    }

    OccurrenceRow snoozed(Instant until) {
        return new OccurrenceRow(
                reminderId, id, ownerId, State.UPCOMING, until, Adjustment.NONE, true, null, rangAt, before);
    }

    OccurrenceRow moved(LocalDateTime to, Occurrence placed) {
        return new OccurrenceRow(
                reminderId,
                id,
                ownerId,
                State.UPCOMING,
                placed.dueAt(),
                placed.adjustment(),
                false,
                to,
                rangAt,
                before);
    }

    /** The same, from which the way leads back to what was there. */
    OccurrenceRow insteadOf(@Nullable OccurrenceRow former) {
        Before kept = former == null
                ? null
                : new Before(former.state, former.dueAt, former.adjustment, former.snoozed, former.movedTo);
        return new OccurrenceRow(reminderId, id, ownerId, state, dueAt, adjustment, snoozed, movedTo, rangAt, kept);
    }

    /** As it was; null where nothing was told of it. Rows of before there was a way back have at most rung. */
    @Nullable
    OccurrenceRow asBefore() {
        if (before == null) {
            return rangAt == null ? null : rang(new Occurrence(id, dueAt, adjustment), rangAt);
        }
        return new OccurrenceRow(
                reminderId,
                id,
                ownerId,
                before.state(),
                before.dueAt(),
                before.adjustment(),
                before.snoozed(),
                before.movedTo(),
                rangAt,
                null);
    }
}
