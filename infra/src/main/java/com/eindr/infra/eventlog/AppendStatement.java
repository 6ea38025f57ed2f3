package com.eindr.infra.eventlog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Appends in one statement, which is one round trip and, without an open transaction, one commit.
 *
 * <p>The update of the head row comes first. Its lock is held until the commit is visible, so the next append, of this
 * node or another, gets the next positions and becomes visible later: readers need only remember one number.
 */
final class AppendStatement {
    private static final String EVENTS = """
        WITH head AS (
            UPDATE event_log_head SET position = position + ? RETURNING position - ? AS base),
        events AS (
            INSERT INTO domain_event_entry (global_index, event_identifier, aggregate_identifier, sequence_number,
                type, payload_type, payload_revision, time_stamp, payload, meta_data)
            SELECT head.base + e.place, e.id, e.aggregate, e.number, e.type, e.payload_type, e.revision,
                timestamptz 'epoch' + e.micros * interval '1 microsecond', e.payload, e.meta_data
            FROM head, unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                ?::bytea[], ?::bytea[]) WITH ORDINALITY
                AS e (id, aggregate, number, type, payload_type, revision, micros, payload, meta_data, place))
        """;
    private static final String KEYS = """
        , keys AS (
            INSERT INTO idempotency_key (caller, key, fingerprint, aggregate_id, version, position)
            SELECT k.caller, k.key, k.fingerprint, k.aggregate, k.version, head.base + k.place
            FROM head, unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
                AS k (caller, key, fingerprint, aggregate, version, place))
        """;
    private static final String RESULT = " SELECT base FROM head";
    private static final String WITHOUT_KEYS = EVENTS + RESULT;
    private static final String WITH_KEYS = EVENTS + KEYS + RESULT;
    private static final String FIND =
            "SELECT event_identifier, global_index FROM domain_event_entry WHERE event_identifier = ANY (?)";

    private AppendStatement() {}

    /** Appends all of it or, when it throws, nothing; returns the position before the first event. */
    static long execute(Connection connection, List<Append> appends) throws SQLException {
        List<EventRow> rows =
                appends.stream().flatMap(append -> append.rows().stream()).toList();
        List<KeyRow> keys = KeyRow.of(appends);
        try (PreparedStatement statement = connection.prepareStatement(keys.isEmpty() ? WITHOUT_KEYS : WITH_KEYS)) {
            Columns columns = new Columns(connection, statement);
            statement.setLong(1, rows.size());
            statement.setLong(2, rows.size());
            columns.next = 3;
            columns.add("uuid", rows, UUID[]::new, EventRow::eventId);
            columns.add("text", rows, String[]::new, EventRow::aggregateId);
            columns.add("bigint", rows, Long[]::new, EventRow::sequenceNumber);
            columns.add("text", rows, String[]::new, EventRow::type);
            columns.add("text", rows, String[]::new, EventRow::payloadType);
            columns.add("text", rows, String[]::new, EventRow::payloadRevision);
            columns.add("bigint", rows, Long[]::new, row -> micros(row.timestamp()));
            columns.add("bytea", rows, byte[][]::new, EventRow::payload);
            columns.add("bytea", rows, byte[][]::new, EventRow::metaData);
            if (!keys.isEmpty()) {
                columns.add("text", keys, String[]::new, row -> row.key().caller());
                columns.add("text", keys, String[]::new, row -> row.key().value());
                columns.add("text", keys, String[]::new, row -> row.key().fingerprint());
                columns.add("text", keys, String[]::new, KeyRow::aggregateId);
                columns.add("bigint", keys, Long[]::new, KeyRow::version);
                columns.add("bigint", keys, Long[]::new, KeyRow::place);
            }
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new IllegalStateException("the event log has no head row");
                }
                return result.getLong(1);
            }
        }
    }

    /** The positions of those of these events that are in the log. */
    static Map<UUID, Long> find(Connection connection, List<UUID> eventIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setArray(1, connection.createArrayOf("uuid", eventIds.toArray(UUID[]::new)));
            Map<UUID, Long> positions = new HashMap<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    positions.put(result.getObject(1, UUID.class), result.getLong(2));
                }
            }
            return positions;
        }
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    /** @param place of the append's last event within the statement, from 1 */
    private record KeyRow(CurrentWrite.CallerKey key, String aggregateId, long version, long place) {

        static List<KeyRow> of(List<Append> appends) {
            List<KeyRow> keys = new ArrayList<>();
            long place = 0;
            for (Append append : appends) {
                place += append.rows().size();
                CurrentWrite.CallerKey key = append.key();
                if (key != null) {
                    CurrentWrite.Appended told =
                            CurrentWrite.Appended.of(append.events().getLast(), place);
                    keys.add(new KeyRow(key, told.aggregateId(), told.version(), place));
                }
            }
            return keys;
        }
    }

    /** Turns rows into one array parameter per column. */
    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement statement;
        private int next;

        Columns(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        <R, V> void add(String type, List<R> rows, IntFunction<V[]> array, Function<R, ? extends @Nullable V> value)
                throws SQLException {
            V[] values = array.apply(rows.size());
            for (int i = 0; i < values.length; i++) {
                values[i] = value.apply(rows.get(i));
            }
            Array column = connection.createArrayOf(type, values);
            statement.setArray(next, column);
            next++;
        }
    }
}
