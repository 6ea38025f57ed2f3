package com.eindr.note.query;

import com.eindr.note.NoteQuery.NoteOf;
import com.eindr.note.NoteQuery.NotesAbout;
import com.eindr.note.NoteQuery.NotesChangedSince;
import com.eindr.note.NoteQuery.NotesOf;
import com.eindr.note.NoteRefusal;
import com.eindr.note.NoteState;
import com.eindr.note.NoteView;
import com.eindr.shared.Changes;
import com.eindr.shared.Refusal;
import com.eindr.shared.Slice;
import com.eindr.shared.query.ChangeList;
import com.eindr.shared.query.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Which notes there are. */
@Component
final class NoteLists {
    private static final String SELECT = "SELECT " + NoteRow.COLUMNS + " FROM note n WHERE ";

    private final JdbcOperations jdbc;

    NoteLists(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Optional<NoteView> note(NoteOf query) {
        return jdbc
                .query(
                        SELECT + "n.id = ? AND n.owner_id = ? AND NOT n.deleted",
                        NoteRow::read,
                        query.noteId().value(),
                        query.owner().value())
                .stream()
                .findFirst()
                .map(NoteRow::view);
    }

    @QueryHandler
    Slice<NoteView> notes(NotesOf query) {
        StringBuilder sql = new StringBuilder(SELECT).append("n.owner_id = ? AND NOT n.deleted");
        List<Object> parameters = new ArrayList<>(List.of(query.owner().value()));
        if (query.slice().cursor() != null) {
            Cursor cursor = cursor(query.slice().cursor());
            sql.append(" AND (n.written_at, n.id) < (?::timestamptz, ?)");
            parameters.add(cursor.timestamp());
            parameters.add(cursor.id());
        }
        sql.append(" ORDER BY n.written_at DESC, n.id DESC LIMIT ?");
        parameters.add(query.slice().limit() + 1);
        List<NoteRow> rows = jdbc.query(sql.toString(), NoteRow::read, parameters.toArray());
        return Cursor.page(
                        rows,
                        query.slice(),
                        row -> Cursor.of(row.writtenAt(), row.id().value()))
                .map(NoteRow::view);
    }

    private static Cursor cursor(String text) {
        if (text.indexOf(':') >= 0) {
            throw otherList();
        }
        return Cursor.parse(text);
    }

    /** A search has a cursor of its own, though it is asked for at the same place. */
    static Refusal otherList() {
        return Refusal.ofField(NoteRefusal.OTHER_LIST, "cursor", "The cursor goes on with another list.");
    }

    @QueryHandler
    Slice<NoteView> search(NotesAbout query) {
        return NoteSearch.find(jdbc, query);
    }

    @QueryHandler
    Changes<NoteState> changes(NotesChangedSince query) {
        return ChangeList.read(
                jdbc,
                NotesProjection.NAME,
                query.position(),
                query.limit(),
                limit -> jdbc.query(
                        SELECT + "n.owner_id = ? AND n.changed_at > ? ORDER BY n.changed_at LIMIT ?",
                        (row, index) -> {
                            NoteRow note = NoteRow.read(row, index);
                            return new ChangeList.Change<>(note.state(), note.changedAt());
                        },
                        query.owner().value(),
                        query.position(),
                        limit));
    }
}
