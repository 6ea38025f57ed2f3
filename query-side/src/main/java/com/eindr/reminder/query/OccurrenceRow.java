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
        @Nullable Instant rangAt) {

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
                null);
    }

    OccurrenceView view() {
        return new OccurrenceView(id, dueAt, adjustment, snoozed, state, rangAt);
    }

    OccurrenceRow rang(Occurrence when, Instant at) {
        return new OccurrenceRow(reminderId, id, ownerId, State.RANG, when.dueAt(), when.adjustment(), false, null, at);
    }

    /** An unanswered ring was repeated: the occurrence stays due when it was. */
    OccurrenceRow rangAgain(Instant at) {
        return new OccurrenceRow(reminderId, id, ownerId, State.RANG, dueAt, adjustment, false, null, at);
    }

    OccurrenceRow missed(Occurrence when) {
        return new OccurrenceRow(
                reminderId, id, ownerId, State.MISSED, when.dueAt(), when.adjustment(), false, null, rangAt);
    }

    OccurrenceRow settled(State how) {
        return new OccurrenceRow(reminderId, id, ownerId, how, dueAt, adjustment, false, null, rangAt);
    }

    OccurrenceRow snoozed(Instant until) {
        return new OccurrenceRow(reminderId, id, ownerId, State.UPCOMING, until, Adjustment.NONE, true, null, rangAt);
    }

    OccurrenceRow moved(LocalDateTime to, Occurrence placed) {
        return new OccurrenceRow(
                reminderId, id, ownerId, State.UPCOMING, placed.dueAt(), placed.adjustment(), false, to, rangAt);
    }
}
