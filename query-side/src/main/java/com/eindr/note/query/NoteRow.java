package com.eindr.note.query;

import static java.util.Objects.requireNonNull;

import com.eindr.note.NoteEvent.NoteEdited;
import com.eindr.note.NoteEvent.NoteWritten;
import com.eindr.note.NoteId;
import com.eindr.note.NoteSource;
import com.eindr.note.NoteState;
import com.eindr.note.NoteView;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code note}.
 *
 * @param content empty where it was deleted
 * @param changedAt the position of the event that last changed it
 */
record NoteRow(
        NoteId id,
        UserId ownerId,
        UserId createdBy,
        NoteSource source,
        String content,
        @Nullable String language,
        boolean deleted,
        Instant writtenAt,
        Instant editedAt,
        long version,
        long changedAt) {

    static final Table<NoteRow> TABLE = Table.<NoteRow>named("note")
            .key("id", "uuid", NoteRow::id)
            .column("owner_id", "text", NoteRow::ownerId)
            .column("created_by", "text", NoteRow::createdBy)
            .column("source", "text", NoteRow::source)
            .column("content", "text", NoteRow::content)
            .column("language", "text", NoteRow::language)
            .column("config", "text", row -> TextSearch.configurationFor(row.language()))
            .computed("search", "to_tsvector(config::regconfig, " + TextSearch.plain("content") + ")")
            .column("deleted", "boolean", NoteRow::deleted)
            .column("written_at", "timestamptz", NoteRow::writtenAt)
            .column("edited_at", "timestamptz", NoteRow::editedAt)
            .column("version", "bigint", NoteRow::version)
            .column("changed_at", "bigint", NoteRow::changedAt)
            .ordered();

    /** Every column that {@link #read} reads, of a table called {@code n}. */
    static final String COLUMNS = """
        n.id, n.owner_id, n.created_by, n.source, n.content, n.language, n.deleted, n.written_at, n.edited_at, n.version,
        n.changed_at\
        """;

    static NoteRow read(ResultSet row, int index) throws SQLException {
        return new NoteRow(
                new NoteId(row.getObject("id", UUID.class)),
                new UserId(row.getString("owner_id")),
                new UserId(row.getString("created_by")),
                NoteSource.valueOf(row.getString("source")),
                row.getString("content"),
                row.getString("language"),
                row.getBoolean("deleted"),
                requireNonNull(Timestamps.read(row, "written_at")),
                requireNonNull(Timestamps.read(row, "edited_at")),
                row.getLong("version"),
                row.getLong("changed_at"));
    }

    static NoteRow written(NoteWritten event, Recorded<?> recorded) {
        return new NoteRow(
                event.noteId(),
                event.ownerId(),
                event.createdBy(),
                event.source(),
                event.content(),
                event.language(),
                false,
                recorded.at(),
                recorded.at(),
                recorded.version(),
                recorded.position());
    }

    NoteRow edited(NoteEdited event, Recorded<?> recorded) {
        return changed(event.content(), event.language(), false, recorded);
    }

    /** Nothing that was written remains. */
    NoteRow erased(Recorded<?> recorded) {
        return changed("", null, true, recorded);
    }

    private NoteRow changed(String newContent, @Nullable String newLanguage, boolean gone, Recorded<?> recorded) {
        return new NoteRow(
                id,
                ownerId,
                createdBy,
                source,
                newContent,
                newLanguage,
                gone,
                writtenAt,
                recorded.at(),
                recorded.version(),
                recorded.position());
    }

    NoteView view() {
        return new NoteView(id, content, source, language, ownerId, createdBy, writtenAt, editedAt, version);
    }

    NoteState state() {
        return new NoteState(id, deleted ? null : view());
    }
}
