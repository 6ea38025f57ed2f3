package com.eindr.note.query;

import static java.util.stream.Collectors.toSet;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.note.NoteEvent;
import com.eindr.note.NoteEvent.NoteDeleted;
import com.eindr.note.NoteEvent.NoteEdited;
import com.eindr.note.NoteEvent.NoteWritten;
import com.eindr.note.NoteId;
import com.eindr.shared.query.ArrayQuery;
import com.eindr.shared.query.Erasures;
import com.eindr.shared.query.HotViews;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Every note as it is now, with its words ready to be searched for. */
@Component
@ProcessingGroup(NotesProjection.NAME)
final class NotesProjection implements Projection {
    static final String NAME = "notes";

    private final JdbcOperations jdbc;
    private final ArrayQuery arrays;
    private final HotViews hotViews;
    private final UnitOfWorkBuffer<NoteEvent> buffer = new UnitOfWorkBuffer<>(NAME, this::write);
    private final Erasures erasures;

    NotesProjection(JdbcOperations jdbc, HotViews hotViews) {
        this.jdbc = jdbc;
        this.arrays = new ArrayQuery(jdbc);
        this.hotViews = hotViews;
        this.erasures = new Erasures(NAME, buffer, jdbc, hotViews, "DELETE FROM note WHERE owner_id = :person");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("note");
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(NoteEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    private void write(List<Recorded<NoteEvent>> batch, boolean rebuilding) {
        Map<NoteId, NoteRow> notes = new HashMap<>();
        notesBefore(batch).forEach(row -> notes.put(row.id(), row));
        for (Recorded<NoteEvent> recorded : batch) {
            NoteRow before = notes.get(recorded.event().noteId());
            if (before == null || before.changedAt() < recorded.position()) {
                notes.put(recorded.event().noteId(), after(before, recorded));
            }
        }
        NoteRow.TABLE.upsert(jdbc, notes.values());
        if (!rebuilding) {
            hotViews.moved(NAME, batch.getLast().position(), Set.of());
        }
    }

    /** A note that is new has no row, and need not be looked for. */
    private List<NoteRow> notesBefore(List<Recorded<NoteEvent>> batch) {
        Set<NoteId> known = batch.stream()
                .map(Recorded::event)
                .filter(event -> !(event instanceof NoteWritten))
                .map(NoteEvent::noteId)
                .collect(toSet());
        return known.isEmpty()
                ? List.of()
                : arrays.query(
                        "SELECT " + NoteRow.COLUMNS + " FROM note n WHERE n.id = ANY (?::uuid[])",
                        NoteRow::read,
                        ArrayQuery.uuids(known));
    }

    private static NoteRow after(@Nullable NoteRow row, Recorded<NoteEvent> recorded) {
        if (recorded.event() instanceof NoteWritten written) {
            return NoteRow.written(written, recorded);
        }
        if (row == null) {
            throw new IllegalStateException(
                    "note " + recorded.event().noteId() + " has a later event but was never written");
        }
        return switch (recorded.event()) {
            case NoteWritten written -> row;
            case NoteEdited edited -> row.edited(edited, recorded);
            case NoteDeleted deleted -> row.erased(recorded);
        };
    }
}
