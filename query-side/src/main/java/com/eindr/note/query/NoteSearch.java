package com.eindr.note.query;

import static java.util.stream.Collectors.joining;

import com.eindr.note.NoteQuery.NotesAbout;
import com.eindr.note.NoteView;
import com.eindr.shared.Slice;
import com.eindr.shared.query.Cursor;
import java.util.ArrayList;
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
    /** Jumps from each to the next in the index, however many notes are in one. */
    private static final String CONFIGURATIONS = """
        WITH RECURSIVE used AS (
            SELECT min(config) AS config FROM note WHERE owner_id = ? AND NOT deleted
            UNION ALL
            SELECT (SELECT min(n.config) FROM note n WHERE n.owner_id = ? AND NOT n.deleted AND n.config > used.config)
            FROM used WHERE used.config IS NOT NULL)
        SELECT config FROM used WHERE config IS NOT NULL\
        """;

    private NoteSearch() {}

    static Slice<NoteView> find(JdbcOperations jdbc, NotesAbout query) {
        String owner = query.owner().value();
        List<String> configurations = jdbc.query(CONFIGURATIONS, (row, index) -> row.getString("config"), owner, owner);
        if (configurations.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        Place after = query.slice().cursor() == null
                ? Place.BEGINNING
                : Place.parse(query.slice().cursor());
        List<Object> parameters = new ArrayList<>(List.of(query.words()));
        for (String _ : configurations) {
            parameters.addAll(List.of(owner, owner, bareText(query.words())));
        }
        parameters.addAll(List.of(
                after.rank(),
                after.cursor().timestamp(),
                after.cursor().id(),
                query.slice().limit() + 1));
        List<Found> found = jdbc.query(
                sql(configurations),
                (row, index) -> new Found(NoteRow.read(row, index), row.getLong("rank")),
                parameters.toArray());
        if (found.size() <= query.slice().limit()) {
            return new Slice<>(found.stream().map(Found::view).toList(), null);
        }
        List<Found> page = found.subList(0, query.slice().limit());
        return new Slice<>(
                page.stream().map(Found::view).toList(), page.getLast().place().toString());
    }

    /** The names are those of {@link TextSearch}, and need no quoting. */
    private static String sql(List<String> configurations) {
        return """
            WITH asked AS MATERIALIZED (SELECT %s FROM (SELECT %s AS plain) AS given)
            SELECT %s, hit.rank FROM (
                SELECT * FROM (%s) AS found (id, written_at, rank)
                WHERE (rank, written_at, id) < (?, ?::timestamptz, ?)
                ORDER BY rank DESC, written_at DESC, id DESC LIMIT ?) AS hit
            JOIN note n ON n.id = hit.id
            ORDER BY hit.rank DESC, hit.written_at DESC, hit.id DESC\
            """.formatted(
                        configurations.stream()
                                .map(name -> "websearch_to_tsquery('" + name + "', plain) AS " + name)
                                .collect(joining(", ")),
                        TextSearch.plain("?"),
                        NoteRow.COLUMNS,
                        configurations.stream().map(NoteSearch::hits).collect(joining(" UNION ALL ")));
    }

    /** The words are a subquery, so that they are made once and then looked up in the index. */
    private static String hits(String configuration) {
        String onlyByText = configuration.equals(TextSearch.SIMPLE)
                ? "NOT n.search @@ (SELECT " + configuration + " FROM asked)"
                : "(SELECT numnode(" + configuration + ") = 0 FROM asked)";
        return """
            SELECT n.id, n.written_at, (ts_rank_cd(n.search, (SELECT %1$s FROM asked), 1) * 1000000)::bigint
            FROM note n
            WHERE n.owner_id = ? AND NOT n.deleted AND n.config = '%1$s' AND n.search @@ (SELECT %1$s FROM asked)
            UNION ALL
            SELECT n.id, n.written_at, 0
            FROM note n
            WHERE n.owner_id = ? AND NOT n.deleted AND n.config = '%1$s' AND %2$s
            AND position(lower(?) IN lower(n.content)) > 0
            """.formatted(configuration, onlyByText);
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
