package com.eindr.reminder.query;

import static java.util.stream.Collectors.toSet;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderEvent;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceMissed;
import com.eindr.reminder.ReminderEvent.OccurrenceMoved;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderEvent.OccurrenceReopened;
import com.eindr.reminder.ReminderEvent.OccurrenceSkipped;
import com.eindr.reminder.ReminderEvent.OccurrenceSnoozed;
import com.eindr.reminder.ReminderEvent.PutOffWithdrawn;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.query.ArrayQuery;
import com.eindr.shared.query.Erasures;
import com.eindr.shared.query.HotViews;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Every reminder as it is now, and every occurrence of which there is more to say than its schedule says.
 *
 * <p>A batch reads the rows it touches, lets its events happen to them in memory, and writes them back: four statements at
 * most, however many events there are.
 */
@Component
@ProcessingGroup(RemindersProjection.NAME)
final class RemindersProjection implements Projection {
    static final String NAME = "reminders";

    private final JdbcOperations jdbc;
    private final ArrayQuery arrays;
    private final OccurrenceCalendar calendar;
    private final HotViews hotViews;
    private final UnitOfWorkBuffer<ReminderEvent> buffer = new UnitOfWorkBuffer<>(NAME, this::write);
    private final Erasures erasures;

    RemindersProjection(JdbcOperations jdbc, OccurrenceCalendar calendar, HotViews hotViews) {
        this.jdbc = jdbc;
        this.arrays = new ArrayQuery(jdbc);
        this.calendar = calendar;
        this.hotViews = hotViews;
        this.erasures = new Erasures(
                NAME,
                buffer,
                jdbc,
                hotViews,
                "DELETE FROM reminder WHERE owner_id = :person",
                "DELETE FROM reminder_occurrence WHERE owner_id = :person");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("reminder", "reminder_occurrence");
    }

    @Override
    public void replaced() {
        hotViews.forget(NAME);
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(ReminderEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    private void write(List<Recorded<ReminderEvent>> events, boolean rebuilding) {
        ReminderBatch batch = new ReminderBatch(calendar, remindersOf(events), occurrencesOf(events));
        events.forEach(batch::apply);
        ReminderTables.REMINDERS.upsert(jdbc, batch.changedReminders());
        ReminderTables.OCCURRENCES.delete(jdbc, batch.removedOccurrences());
        ReminderTables.OCCURRENCES.upsert(jdbc, batch.writtenOccurrences());
        if (!rebuilding) {
            hotViews.moved(
                    NAME,
                    events.getLast().position(),
                    events.stream().map(recorded -> recorded.event().ownerId()).collect(toSet()));
        }
    }

    private Collection<ReminderRow> remindersOf(List<Recorded<ReminderEvent>> events) {
        Set<ReminderId> ids = new LinkedHashSet<>();
        for (Recorded<ReminderEvent> recorded : events) {
            ids.add(recorded.event().reminderId());
        }
        return arrays.query(
                "SELECT " + ReminderTables.REMINDER_COLUMNS + " FROM reminder r WHERE r.id = ANY (?::uuid[])",
                ReminderTables::reminder,
                ArrayQuery.uuids(ids));
    }

    private Collection<OccurrenceRow> occurrencesOf(List<Recorded<ReminderEvent>> events) {
        List<ReminderId> reminders = new ArrayList<>();
        List<OccurrenceId> occurrences = new ArrayList<>();
        for (Recorded<ReminderEvent> recorded : events) {
            OccurrenceId occurrence = occurrence(recorded.event());
            if (occurrence != null) {
                reminders.add(recorded.event().reminderId());
                occurrences.add(occurrence);
            }
        }
        List<OccurrenceRow> rows = new ArrayList<>();
        if (!occurrences.isEmpty()) {
            rows.addAll(arrays.query(
                    "SELECT " + ReminderTables.OCCURRENCE_COLUMNS + " FROM reminder_occurrence o"
                            + " WHERE (o.reminder_id, o.occurrence_id) IN (SELECT * FROM unnest(?::uuid[], ?::text[]))",
                    ReminderTables::occurrence,
                    ArrayQuery.uuids(reminders),
                    ArrayQuery.texts(occurrences)));
        }
        List<ReminderId> all = ReminderBatch.touchingAllPending(events);
        if (!all.isEmpty()) {
            rows.addAll(arrays.query(
                    "SELECT " + ReminderTables.OCCURRENCE_COLUMNS + " FROM reminder_occurrence o"
                            + " WHERE o.reminder_id = ANY (?::uuid[]) AND o.state IN ('UPCOMING', 'SKIPPED')",
                    ReminderTables::occurrence,
                    ArrayQuery.uuids(all)));
        }
        return rows;
    }

    private static @Nullable OccurrenceId occurrence(ReminderEvent event) {
        return switch (event) {
            case OccurrenceRang e -> e.occurrence();
            case OccurrenceMissed e -> e.occurrence();
            case OccurrenceCompleted e -> e.occurrence();
            case OccurrenceSkipped e -> e.occurrence();
            case OccurrenceSnoozed e -> e.occurrence();
            case OccurrenceMoved e -> e.occurrence();
            case OccurrenceReopened e -> e.occurrence();
            case PutOffWithdrawn e -> e.occurrence();
            default -> null;
        };
    }
}
