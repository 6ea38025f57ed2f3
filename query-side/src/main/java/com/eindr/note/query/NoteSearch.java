package com.eindr.note.query;

import com.eindr.note.NoteQuery.NotesAbout;
import com.eindr.note.NoteView;
import com.eindr.shared.Slice;
import com.eindr.shared.query.Cursor;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Finds a person's notes by their words.
 *
 * <p>A note is asked for in its own language, since only the configuration that made its words knows their forms: the
 * question is put once for each configuration among the person's notes. Where nothing of it is left, being all stop words
 * or signs, and in languages that PostgreSQL does not know, some of which write no spaces between words, a note is also
 * found by the bare text.
 */
final class NoteSearch {
    private static final String FIND = """
        WITH asked AS MATERIALIZED (
            SELECT used.config, websearch_to_tsquery(used.config::regconfig, %s) AS words
            FROM (SELECT DISTINCT config FROM note WHERE owner_id = ? AND NOT deleted) AS used
        ), found AS (
            SELECT n.*, (ts_rank_cd(n.search, asked.words, 1) * 1000000)::bigint AS rank
            FROM note n JOIN asked ON asked.config = n.config
            WHERE n.owner_id = ? AND NOT n.deleted
            AND (n.search @@ asked.words
                OR (numnode(asked.words) = 0 OR n.config = 'simple') AND position(lower(?) IN lower(n.content)) > 0)
        )
        SELECT %s, n.rank FROM found n
        WHERE (n.rank, n.written_at, n.id) < (?, ?::timestamptz, ?)
        ORDER BY n.rank DESC, n.written_at DESC, n.id DESC LIMIT ?\
        """.formatted(TextSearch.plain("?"), NoteRow.COLUMNS);

    private NoteSearch() {}

    static Slice<NoteView> find(JdbcOperations jdbc, NotesAbout query) {
        Place after = query.slice().cursor() == null
                ? Place.BEGINNING
                : Place.parse(query.slice().cursor());
        List<Found> found = jdbc.query(
                FIND,
                (row, index) -> new Found(NoteRow.read(row, index), row.getLong("rank")),
                query.words(),
                query.owner().value(),
                query.owner().value(),
                bareText(query.words()),
                after.rank(),
                after.cursor().timestamp(),
                after.cursor().id(),
                query.slice().limit() + 1);
        if (found.size() <= query.slice().limit()) {
            return new Slice<>(found.stream().map(Found::view).toList(), null);
        }
        List<Found> page = found.subList(0, query.slice().limit());
        return new Slice<>(
                page.stream().map(Found::view).toList(), page.getLast().place().toString());
    }

    /** What is asked for without the quotation marks of a phrase; they alone are asked for as they are. */
    private static String bareText(String words) {
        String bare = words.replace("\"", "").strip();
        return bare.isEmpty() ? words.strip() : bare;
    }

    /** @param rank how well it matches, in millionths */
    private record Found(NoteRow row, long rank) {
        NoteView view() {
            return row.view();
        }

        Place place() {
            return new Place(rank, Cursor.of(row.writtenAt(), row.id().value()));
        }
    }

    /** Where a search goes on. Written as rank, colon, and what was written when. */
    private record Place(long rank, Cursor cursor) {
        static final Place BEGINNING = new Place(Long.MAX_VALUE, Cursor.of(null, new UUID(-1, -1)));

        static Place parse(String text) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw NoteLists.otherList();
            }
            return new Place(Long.parseLong(text.substring(0, colon)), Cursor.parse(text.substring(colon + 1)));
        }

        @Override
        public String toString() {
            return rank + ":" + cursor;
        }
    }
}
