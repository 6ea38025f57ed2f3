package com.eindr.infra.search;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;

/** The table {@code meaning}, and how far it has come behind the table {@code searched_text}. */
final class MeaningTable {
    private static final String CLAIM = "SELECT position FROM meaning_position FOR UPDATE SKIP LOCKED";

    private static final String HEAD = "SELECT coalesce(max(changed_at), 0) FROM searched_text";

    private static final String WAITING = """
        SELECT s.id, s.words, s.changed_at FROM searched_text s LEFT JOIN meaning m ON m.id = s.id
        WHERE s.changed_at > ? AND s.changed_at <= ? AND m.changed_at IS DISTINCT FROM s.changed_at
        ORDER BY s.changed_at LIMIT ?\
        """;

    /** Nothing where the text has gone meanwhile; and it does not go before this is committed, so that both go together. */
    private static final String KEEP = """
        INSERT INTO meaning (id, owner_id, changed_at, vector)
        SELECT s.id, s.owner_id, ?, ? FROM searched_text s WHERE s.id = ? FOR KEY SHARE
        ON CONFLICT (id) DO UPDATE
        SET owner_id = excluded.owner_id, changed_at = excluded.changed_at, vector = excluded.vector\
        """;

    private static final String SWEEP =
            "DELETE FROM meaning m WHERE NOT EXISTS (SELECT 1 FROM searched_text s WHERE s.id = m.id)";

    /** An event that was parked and handled at last has changed a text long behind the position. */
    private static final String GO_BACK = """
        UPDATE meaning_position SET position = late.position
        FROM (SELECT min(s.changed_at) - 1 AS position FROM searched_text s LEFT JOIN meaning m ON m.id = s.id
            WHERE s.words <> '' AND m.changed_at IS DISTINCT FROM s.changed_at) late
        WHERE late.position < meaning_position.position\
        """;

    private static final String COUNT = """
        SELECT count(*) FROM (SELECT 1 FROM searched_text
            WHERE changed_at > (SELECT position FROM meaning_position) LIMIT 100000) waiting\
        """;

    private final JdbcOperations jdbc;

    MeaningTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A text whose meaning is not known.
     *
     * @param words empty where it is deleted
     */
    record WaitingText(UUID id, String words, long changedAt) {}

    /** Up to where meanings are known; nobody else goes on until the transaction ends. Empty while somebody else does. */
    OptionalLong claim() {
        return jdbc.query(CLAIM, (row, index) -> row.getLong(1)).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** Where the last text was changed that there is. */
    long head() {
        Long head = jdbc.queryForObject(HEAD, Long.class);
        return head == null ? 0 : head;
    }

    /**
     * The texts behind a position whose meaning is not known, in the order in which they were last changed.
     *
     * @param head as it was a moment ago: what is changed later may become visible in between, and is for the next time
     */
    List<WaitingText> behind(long position, long head, int limit) {
        return jdbc.query(
                WAITING,
                (row, index) -> new WaitingText(
                        row.getObject("id", UUID.class), row.getString("words"), row.getLong("changed_at")),
                position,
                head,
                limit);
    }

    void keep(WaitingText text, byte[] vector) {
        jdbc.update(connection -> {
            PreparedStatement statement = connection.prepareStatement(KEEP);
            statement.setLong(1, text.changedAt());
            statement.setArray(2, connection.createArrayOf("float4", Vectors.array(vector)));
            statement.setObject(3, text.id());
            return statement;
        });
    }

    /** The text is not to be found. */
    void forget(WaitingText text) {
        jdbc.update("DELETE FROM meaning WHERE id = ?", text.id());
    }

    void reached(long position) {
        jdbc.update("UPDATE meaning_position SET position = ?", position);
    }

    /** Removes what is left of texts that are gone for good, and goes back to where a text was missed. */
    void sweep() {
        jdbc.update(SWEEP);
        jdbc.update(GO_BACK);
    }

    /** How many texts wait, up to 100,000. */
    long waiting() {
        Long count = jdbc.queryForObject(COUNT, Long.class);
        return count == null ? 0 : count;
    }
}
