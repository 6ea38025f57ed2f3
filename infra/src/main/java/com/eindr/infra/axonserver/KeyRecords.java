package com.eindr.infra.axonserver;

import com.eindr.infra.eventlog.CurrentWrite.Appended;
import com.eindr.infra.eventlog.CurrentWrite.CallerKey;
import com.eindr.shared.DerivedUuid;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What PostgreSQL knows of one idempotency key, while nobody else may look at it. Each statement commits by itself. */
final class KeyRecords implements AutoCloseable {
    /** Twice as long as an append may take. */
    private static final int LOCK_SECONDS = 6;

    private final Connection connection;
    private final CallerKey key;
    private final long lock;

    private KeyRecords(Connection connection, CallerKey key) {
        this.connection = connection;
        this.key = key;
        this.lock = DerivedUuid.of("idempotency-key", key.caller(), key.value()).getMostSignificantBits();
    }

    /** Waits until nobody else holds the key. The lock is the session's, so it never outlives its holder. */
    static KeyRecords locked(Connection connection, CallerKey key) throws SQLException {
        KeyRecords records = new KeyRecords(connection, key);
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_lock(?)")) {
            statement.setQueryTimeout(LOCK_SECONDS);
            statement.setLong(1, records.lock);
            statement.execute();
            return records;
        }
    }

    boolean answered() throws SQLException {
        try (PreparedStatement statement = named("SELECT 1 FROM idempotency_key WHERE caller = ? AND key = ?");
                ResultSet result = statement.executeQuery()) {
            return result.next();
        }
    }

    /** Notes what the key is about to be used on; returns what it was about to be used on before, empty if nothing. */
    String intend(String aggregateId) throws SQLException {
        try (PreparedStatement statement = named("""
            INSERT INTO append_intention (caller, key, aggregate_id) VALUES (?, ?, ?)
            ON CONFLICT (caller, key) DO NOTHING\
            """)) {
            statement.setString(3, aggregateId);
            if (statement.executeUpdate() == 1) {
                return "";
            }
        }
        try (PreparedStatement statement =
                        named("SELECT aggregate_id FROM append_intention WHERE caller = ? AND key = ?");
                ResultSet result = statement.executeQuery()) {
            return result.next() ? result.getString(1) : "";
        }
    }

    void intendInstead(String aggregateId) throws SQLException {
        forgetIntention();
        intend(aggregateId);
    }

    void forgetIntention() throws SQLException {
        try (PreparedStatement statement = named("DELETE FROM append_intention WHERE caller = ? AND key = ?")) {
            statement.executeUpdate();
        }
    }

    /** Keeps the answer in place of the intention. */
    void answer(String fingerprint, Appended appended) throws SQLException {
        try (PreparedStatement statement = named("""
            WITH done AS (DELETE FROM append_intention WHERE caller = ? AND key = ?)
            INSERT INTO idempotency_key (caller, key, fingerprint, aggregate_id, version, position)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """)) {
            statement.setString(3, key.caller());
            statement.setString(4, key.value());
            statement.setString(5, fingerprint);
            statement.setString(6, appended.aggregateId());
            statement.setLong(7, appended.version());
            statement.setLong(8, appended.position());
            statement.executeUpdate();
        }
    }

    private PreparedStatement named(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, key.caller());
        statement.setString(2, key.value());
        return statement;
    }

    @Override
    public void close() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_unlock(?)")) {
            statement.setLong(1, lock);
            statement.execute();
        }
    }
}
