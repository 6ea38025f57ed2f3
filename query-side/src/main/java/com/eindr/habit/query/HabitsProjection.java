package com.eindr.habit.query;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.account.AccountEvent.PlanChanged;
import com.eindr.account.AccountEvent.PreferencesChanged;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.habit.HabitEvent;
import com.eindr.habit.HabitId;
import com.eindr.reminder.ReminderEvent;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.UserId;
import com.eindr.shared.query.ArrayQuery;
import com.eindr.shared.query.Erasures;
import com.eindr.shared.query.HotViews;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.RowChanges;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * What is suggested to people, what could lead to a suggestion, and whose habits are to be looked at again. All of it moves
 * together, so whoever looks sees what was suggested because of what they see.
 */
@Component
@ProcessingGroup(HabitsProjection.NAME)
final class HabitsProjection implements Projection {
    static final String NAME = "habits";

    private static final RowChanges<HabitEvent, HabitId, HabitRow> HABITS =
            new RowChanges<>(HabitEvent::habitId, HabitRow::id, HabitRow::changedAt, HabitRow::after);
    private static final RowChanges<ReminderEvent, ReminderId, EvidenceRow> EVIDENCE = new RowChanges<>(
            ReminderEvent::reminderId, EvidenceRow::reminderId, EvidenceRow::changedAt, EvidenceRow::after);
    private static final RowChanges<Object, UserId, PersonRow> PEOPLE =
            new RowChanges<>(PersonRow::ownerOf, PersonRow::ownerId, PersonRow::changedAt, PersonRow::after);

    private final JdbcOperations jdbc;
    private final ArrayQuery arrays;
    private final HotViews hotViews;
    private final UnitOfWorkBuffer<Object> buffer = new UnitOfWorkBuffer<>(NAME, this::write);
    private final Erasures erasures;

    HabitsProjection(JdbcOperations jdbc, HotViews hotViews) {
        this.jdbc = jdbc;
        this.arrays = new ArrayQuery(jdbc);
        this.hotViews = hotViews;
        this.erasures = new Erasures(
                NAME,
                buffer,
                jdbc,
                hotViews,
                "DELETE FROM habit WHERE owner_id = :person",
                "DELETE FROM habit_evidence WHERE owner_id = :person",
                "DELETE FROM habit_person WHERE owner_id = :person");
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Only who asks for suggestions waits for it. */
    @Override
    public boolean isAwaited() {
        return false;
    }

    @Override
    public List<String> tables() {
        return List.of("habit", "habit_evidence", "habit_person");
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(UserRegistered event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    @EventHandler
    void on(PreferencesChanged event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    /** What is locked is not looked for, and may be unlocked now. */
    @EventHandler
    void on(PlanChanged event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    @EventHandler
    void on(ReminderEvent event, EventMessage<?> message) {
        if (EvidenceRow.isTold(event)) {
            buffer.add(Recorded.of(event, message));
        }
    }

    @EventHandler
    void on(HabitEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    private void write(List<Recorded<Object>> batch, boolean rebuilding) {
        List<Recorded<HabitEvent>> habits = only(HabitEvent.class, batch);
        if (!habits.isEmpty()) {
            HabitRow.TABLE.upsert(jdbc, HABITS.after(habits, this::habits));
        }
        List<Recorded<ReminderEvent>> reminders = only(ReminderEvent.class, batch);
        if (!reminders.isEmpty()) {
            EvidenceRow.TABLE.upsert(jdbc, EVIDENCE.after(reminders, this::evidence));
        }
        PersonRow.TABLE.upsert(jdbc, PEOPLE.after(batch, this::people));
        if (!rebuilding) {
            hotViews.moved(NAME, batch.getLast().position(), Set.of());
        }
    }

    private List<HabitRow> habits(Set<HabitId> ids) {
        return arrays.query("SELECT * FROM habit WHERE id = ANY (?::uuid[])", HabitRow::read, ArrayQuery.uuids(ids));
    }

    private List<EvidenceRow> evidence(Set<ReminderId> ids) {
        return arrays.query(
                "SELECT * FROM habit_evidence WHERE reminder_id = ANY (?::uuid[])",
                EvidenceRow::read,
                ArrayQuery.uuids(ids));
    }

    private List<PersonRow> people(Set<UserId> ids) {
        return arrays.query(
                "SELECT * FROM habit_person WHERE owner_id = ANY (?::text[])", PersonRow::read, ArrayQuery.texts(ids));
    }

    private static <E> List<Recorded<E>> only(Class<E> type, List<Recorded<Object>> batch) {
        List<Recorded<E>> some = new ArrayList<>();
        for (Recorded<Object> recorded : batch) {
            if (type.isInstance(recorded.event())) {
                some.add(new Recorded<>(
                        type.cast(recorded.event()), recorded.position(), recorded.version(), recorded.at()));
            }
        }
        return some;
    }
}
