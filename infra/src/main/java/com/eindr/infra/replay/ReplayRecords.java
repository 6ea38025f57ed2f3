package com.eindr.infra.replay;

import com.eindr.infra.replay.ReplayProgress.State;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The progress of replays where every node can read it. */
@Component
class ReplayRecords {
    private final JdbcClient database;

    ReplayRecords(JdbcClient database) {
        this.database = database;
    }

    Optional<ReplayProgress> find(String projection) {
        return database.sql("SELECT * FROM projection_replay WHERE projection = ?")
                .param(projection)
                .query((row, index) -> new ReplayProgress(
                        row.getString("projection"),
                        State.valueOf(row.getString("state")),
                        row.getLong("processed"),
                        row.getLong("total"),
                        row.getString("failure"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void begin(String projection, long total) {
        database.sql("""
            INSERT INTO projection_replay AS r
                (projection, state, processed, total, started_at, updated_at)
            VALUES (?, 'RUNNING', 0, ?, clock_timestamp(), clock_timestamp())
            ON CONFLICT (projection) DO UPDATE SET state = excluded.state, processed = 0,
                total = excluded.total, failure = NULL, started_at = excluded.started_at,
                updated_at = excluded.updated_at\
            """).params(projection, total).update();
    }

    void advance(String projection, long processed, long total) {
        database.sql("UPDATE projection_replay SET processed = ?, total = ?, updated_at = clock_timestamp()"
                        + " WHERE projection = ?")
                .params(processed, Math.max(processed, total), projection)
                .update();
    }

    void end(String projection, State state, @Nullable String failure) {
        database.sql("UPDATE projection_replay SET state = ?, failure = ?, updated_at = clock_timestamp()"
                        + " WHERE projection = ?")
                .param(state.name())
                .param(failure)
                .param(projection)
                .update();
    }
}
