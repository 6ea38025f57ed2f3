package com.eindr.infra.commands;

import com.eindr.infra.eventlog.CurrentWrite.CallerKey;
import com.eindr.shared.web.Receipt;
import com.eindr.shared.web.StoreUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The answers that callers' keys were given. The event log writes them with the events; here they are read, and those
 * answers are written that come without events.
 */
@Component
class IdempotencyKeys {
    private final JdbcClient database;

    IdempotencyKeys(JdbcClient database) {
        this.database = database;
    }

    Optional<StoredAnswer> find(CallerKey key) {
        return available(() -> database.sql("""
            SELECT fingerprint, aggregate_id, version, position, refusal FROM idempotency_key
            WHERE caller = ? AND key = ?\
            """)
                .params(key.caller(), key.value())
                .query((row, index) -> new StoredAnswer(
                        row.getString("fingerprint"),
                        new Receipt(row.getString("aggregate_id"), row.getLong("version"), row.getLong("position")),
                        row.getString("refusal")))
                .optional());
    }

    /** Keeps the answer unless the key has one already; returns the one that it has now. */
    StoredAnswer keep(CallerKey key, StoredAnswer answer) {
        int kept = available(() -> database.sql("""
            INSERT INTO idempotency_key (caller, key, fingerprint, aggregate_id, version, position, refusal)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING\
            """)
                .param(key.caller())
                .param(key.value())
                .param(key.fingerprint())
                .param(answer.receipt().aggregateId())
                .param(answer.receipt().version())
                .param(answer.receipt().position())
                .param(answer.refusal())
                .update());
        return kept == 1 ? answer : find(key).orElse(answer);
    }

    /** Forgets the answers that are older than this; returns how many. */
    int forget(Duration age) {
        return database.sql("DELETE FROM idempotency_key WHERE recorded_at < now() - ? * interval '1 second'")
                .param(age.toSeconds())
                .update();
    }

    private static <T> T available(Supplier<T> query) {
        try {
            return query.get();
        } catch (DataAccessException | TransactionException e) {
            throw new StoreUnavailable("idempotency keys cannot be read now", e);
        }
    }
}
