package com.eindr.reminder.query;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OccurrenceView.State;
import com.eindr.reminder.ReminderEvent;
import com.eindr.reminder.ReminderEvent.Arming;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceMissed;
import com.eindr.reminder.ReminderEvent.OccurrenceMoved;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderEvent.OccurrenceReopened;
import com.eindr.reminder.ReminderEvent.OccurrenceSkipped;
import com.eindr.reminder.ReminderEvent.OccurrenceSnoozed;
import com.eindr.reminder.ReminderEvent.OwnerZoneFollowed;
import com.eindr.reminder.ReminderEvent.PutOffWithdrawn;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderEvent.ReminderReinstated;
import com.eindr.reminder.ReminderEvent.ReminderRescheduled;
import com.eindr.reminder.ReminderEvent.ReminderReworded;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderStatus;
import com.eindr.shared.query.Recorded;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a batch of events makes of the rows it touches. Knows no database: rows come in, events happen, rows go out. */
final class ReminderBatch {
    private final OccurrenceCalendar calendar;
    private final Map<ReminderId, ReminderRow> reminders = new HashMap<>();
    private final Map<ReminderId, Map<OccurrenceId, OccurrenceRow>> occurrences = new HashMap<>();
    private final Map<ReminderId, ReminderRow> changed = new LinkedHashMap<>();
    private final Map<OccurrenceKey, OccurrenceRow> written = new LinkedHashMap<>();
    private final Map<OccurrenceKey, OccurrenceRow> removed = new LinkedHashMap<>();

    private record OccurrenceKey(ReminderId reminder, OccurrenceId occurrence) {}

    ReminderBatch(
            OccurrenceCalendar calendar, Collection<ReminderRow> reminders, Collection<OccurrenceRow> occurrences) {
        this.calendar = calendar;
        reminders.forEach(row -> this.reminders.put(row.id(), row));
        occurrences.forEach(row -> of(row.reminderId()).put(row.id(), row));
    }

    Collection<ReminderRow> changedReminders() {
        return changed.values();
    }

    Collection<OccurrenceRow> writtenOccurrences() {
        return written.values();
    }

    Collection<OccurrenceRow> removedOccurrences() {
        return removed.values();
    }

    /** An event that the row has seen already changes nothing. */
    void apply(Recorded<ReminderEvent> recorded) {
        ReminderEvent event = recorded.event();
        ReminderRow before = reminders.get(event.reminderId());
        if (before != null && before.changedAt() >= recorded.position()) {
            return;
        }
        ReminderRow after =
                event instanceof ReminderCreated created ? created(created) : after(event, known(before, event));
        if (event instanceof Arming arming && !(event instanceof ReminderCancelled)) {
            after = after.armed(arming.next());
        }
        after = after.changed(recorded.version(), recorded.position());
        reminders.put(after.id(), after);
        changed.put(after.id(), after);
    }

    private static ReminderRow created(ReminderCreated event) {
        return new ReminderRow(
                event.reminderId(),
                event.ownerId(),
                event.createdBy(),
                event.title(),
                event.notes(),
                event.schedule(),
                ReminderStatus.ACTIVE,
                null,
                null,
                0,
                0);
    }

    private static ReminderRow known(@Nullable ReminderRow row, ReminderEvent event) {
        if (row == null) {
            throw new IllegalStateException(
                    "reminder " + event.reminderId() + " has a later event but was never created");
        }
        return row;
    }

    private ReminderRow after(ReminderEvent event, ReminderRow row) {
        return switch (event) {
            case ReminderCreated again -> created(again);
            case ReminderReworded e -> row.reworded(e.title(), e.notes());
            case ReminderRescheduled e -> rescheduled(row, e);
            case OwnerZoneFollowed e -> followed(row, e);
            case OccurrenceRang e -> {
                occurrence(
                        row,
                        e.occurrence(),
                        o -> e.nag() > 0 ? o.rangAgain(e.rangAt()) : o.rang(rung(row, o, e.dueAt()), e.rangAt()));
                yield row;
            }
            case OccurrenceMissed e -> occurrence(row, e.occurrence(), o -> o.missed(rung(row, o, e.dueAt())));
            case OccurrenceCompleted e -> deed(row, e.occurrence(), o -> o.settled(State.COMPLETED));
            case OccurrenceSkipped e -> deed(row, e.occurrence(), o -> o.settled(State.SKIPPED));
            case OccurrenceSnoozed e -> deed(row, e.occurrence(), o -> o.snoozed(e.until()));
            case OccurrenceMoved e ->
                deed(row, e.occurrence(), o -> o.moved(e.start(), place(row, e.occurrence(), e.start())));
            case OccurrenceReopened e -> takenBack(row.active(), e.occurrence());
            case PutOffWithdrawn e -> takenBack(row, e.occurrence());
            case ReminderReinstated e -> row.active();
            case ReminderCompleted e -> row.ended(ReminderStatus.COMPLETED);
            case ReminderCancelled e -> row.ended(ReminderStatus.CANCELLED);
        };
    }

    /** Other times forget what was to become of single occurrences, and keep what became of them. */
    private ReminderRow rescheduled(ReminderRow row, ReminderRescheduled event) {
        if (event.schedule().hasTimesOf(row.schedule())) {
            return row.scheduled(event.schedule());
        }
        for (OccurrenceRow occurrence : List.copyOf(of(row.id()).values())) {
            if (occurrence.state() == State.UPCOMING || occurrence.state() == State.SKIPPED) {
                remove(row, occurrence);
            }
        }
        return row.scheduled(event.schedule());
    }

    /** Moved occurrences keep their local time in the new zone; snoozed ones keep their instant. */
    private ReminderRow followed(ReminderRow row, OwnerZoneFollowed event) {
        ReminderRow there = row.scheduled(row.schedule().inZone(event.timeZone()));
        for (OccurrenceRow occurrence : List.copyOf(of(row.id()).values())) {
            LocalDateTime movedTo = occurrence.movedTo();
            if (movedTo != null) {
                occurrence(there, occurrence.id(), o -> o.moved(movedTo, place(there, o.id(), movedTo)));
            }
        }
        return there;
    }

    private ReminderRow occurrence(ReminderRow row, OccurrenceId id, UnaryOperator<OccurrenceRow> change) {
        OccurrenceRow before = of(row.id()).get(id);
        OccurrenceRow after = change.apply(before == null ? OccurrenceRow.planned(row, planned(row, id)) : before);
        of(row.id()).put(id, after);
        OccurrenceKey key = new OccurrenceKey(row.id(), id);
        removed.remove(key);
        written.put(key, after);
        return row;
    }

    /** What a person does, who may want to take it back. */
    private ReminderRow deed(ReminderRow row, OccurrenceId id, UnaryOperator<OccurrenceRow> change) {
        OccurrenceRow former = of(row.id()).get(id);
        return occurrence(row, id, o -> change.apply(o).insteadOf(former));
    }

    /** What was moved before is due where its local time lies now; what was as planned is as its schedule has it. */
    private ReminderRow takenBack(ReminderRow row, OccurrenceId id) {
        OccurrenceRow after = of(row.id()).get(id);
        OccurrenceRow former = after == null ? null : after.asBefore();
        if (former == null) {
            if (after != null) {
                remove(row, after);
            }
            return row;
        }
        LocalDateTime movedTo = former.movedTo();
        return occurrence(row, id, o -> movedTo == null ? former : former.moved(movedTo, place(row, id, movedTo)));
    }

    private void remove(ReminderRow row, OccurrenceRow occurrence) {
        OccurrenceKey key = new OccurrenceKey(row.id(), occurrence.id());
        of(row.id()).remove(occurrence.id());
        written.remove(key);
        removed.put(key, occurrence);
    }

    /** What rings or is missed is what is armed, so the alarm says whether a clock change had a say in it. */
    private static Occurrence rung(ReminderRow row, OccurrenceRow occurrence, Instant dueAt) {
        Alarm armed = row.next();
        return new Occurrence(
                occurrence.id(),
                dueAt,
                armed != null && armed.occurrence().equals(occurrence.id())
                        ? armed.adjustment()
                        : occurrence.adjustment());
    }

    /** When the occurrence would be due had nobody touched it: as it is armed, or else as its name says. */
    private Occurrence planned(ReminderRow row, OccurrenceId id) {
        Alarm next = row.next();
        return next != null && row.isArmedAsPlanned(id)
                ? new Occurrence(id, next.dueAt(), next.adjustment())
                : OccurrenceNames.due(calendar, row.schedule(), id);
    }

    private Occurrence place(ReminderRow row, OccurrenceId id, LocalDateTime local) {
        return OccurrenceNames.due(calendar, row.schedule(), id, local);
    }

    private Map<OccurrenceId, OccurrenceRow> of(ReminderId reminder) {
        return occurrences.computeIfAbsent(reminder, id -> new HashMap<>());
    }

    /** The reminders whose pending occurrences a batch has to know, besides those it names. */
    static List<ReminderId> touchingAllPending(List<Recorded<ReminderEvent>> batch) {
        List<ReminderId> ids = new ArrayList<>();
        for (Recorded<ReminderEvent> recorded : batch) {
            if (recorded.event() instanceof ReminderRescheduled || recorded.event() instanceof OwnerZoneFollowed) {
                ids.add(recorded.event().reminderId());
            }
        }
        return ids;
    }
}
