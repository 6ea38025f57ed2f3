package com.eindr.infra.positions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens and log are in one database: one statement sees both at the same moment. */
@Component
@ConditionalOnProperty(name = "eindr.event-store", havingValue = "postgres", matchIfMissing = true)
class PostgresStoredPositions implements StoredPositions {
    /** Of one projection: its token, who owns it, and the first event behind the token that it has a handler for. */
    private static final String STORED = """
        SELECT t.position, t.owner, head.position AS head, next.global_index, next.time_stamp
        FROM event_log_head head
        LEFT JOIN (SELECT (convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint AS position, owner
                   FROM token_entry WHERE processor_name = ? AND segment = 0) t ON true
        LEFT JOIN LATERAL (
            SELECT e.global_index, e.time_stamp FROM domain_event_entry e
            WHERE e.global_index > coalesce(t.position, 0) AND (? OR e.payload_type = ANY (?))
            ORDER BY e.global_index LIMIT 1) next ON true
        """;

    private final JdbcClient database;

    PostgresStoredPositions(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Stored stored(String projection, String[] handled) {
        return database.sql(STORED)
                .param(projection)
                .param(handled.length == 0)
                .param(handled)
                .query((row, index) -> read(row))
                .single();
    }

    private static Stored read(ResultSet row) throws SQLException {
        long head = row.getLong("head");
        long next = row.getLong("global_index");
        OffsetDateTime nextAt = row.getObject("time_stamp", OffsetDateTime.class);
        return new Stored(
                row.getString("owner"),
                head,
                nextAt == null ? Math.max(head, row.getLong("position")) : next - 1,
                nextAt == null ? null : nextAt.toInstant());
    }
}
