package com.eindr.infra.axonserver;

import com.eindr.infra.eventlog.CurrentWrite.Appended;
import com.eindr.infra.eventlog.CurrentWrite.CallerKey;
import com.eindr.infra.eventlog.KeyTaken;
import com.eindr.shared.MessageKeys;
import com.eindr.shared.web.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the events of an idempotency key into the log once, although log and keys are two systems.
 *
 * <p>The events carry the key. Before they are appended, PostgreSQL keeps the intention: which aggregate the key is about
 * to be used on. Afterwards it keeps the answer instead. Who repeats a key and finds an intention without an answer looks
 * at that aggregate's stream: if an event with the key is there, the first attempt succeeded before it could say so, and
 * its answer is written down now. A lock on the key keeps simultaneous twins apart, on all nodes; a crash frees it.
 */
final class OncePerKey {
    static final String KEY = "idempotencyKey";
    static final String FINGERPRINT = "idempotencyFingerprint";
    private static final Logger LOG = LoggerFactory.getLogger(OncePerKey.class);

    private final AxonServerCalls calls;
    private final DataSource dataSource;

    OncePerKey(AxonServerCalls calls, DataSource dataSource) {
        this.calls = calls;
        this.dataSource = dataSource;
    }

    /**
     * @param append takes the events with the key in their metadata
     * @throws KeyTaken if the key has an answer already, or was found to deserve one
     */
    Appended append(
            CallerKey key,
            List<DomainEventMessage<?>> events,
            Function<List<? extends DomainEventMessage<?>>, Appended> append) {
        try (Connection connection = dataSource.getConnection();
                KeyRecords records = KeyRecords.locked(connection, key)) {
            if (records.answered()) {
                throw new KeyTaken(null);
            }
            String aggregateId = events.getLast().getAggregateIdentifier();
            String intended = records.intend(aggregateId);
            if (!intended.isEmpty()) {
                settleIfAmong(calls.stream(intended, 0), key, records);
                records.intendInstead(aggregateId);
            }
            Appended appended = attempt(key, events, append, records);
            keep(records, key.fingerprint(), appended);
            return appended;
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private Appended attempt(
            CallerKey key,
            List<DomainEventMessage<?>> events,
            Function<List<? extends DomainEventMessage<?>>, Appended> append,
            KeyRecords records)
            throws SQLException {
        Map<String, String> name = Map.of(KEY, key.value(), FINGERPRINT, key.fingerprint());
        String target = events.getLast().getAggregateIdentifier();
        try {
            // What is written beside the target does not answer for the key.
            return append.apply(events.stream()
                    .<DomainEventMessage<?>>map(
                            event -> event.getAggregateIdentifier().equals(target) ? event.andMetaData(name) : event)
                    .toList());
        } catch (StoreUnavailable e) {
            // The events may be in the log all the same: the intention stays, for whoever asks again.
            throw e;
        } catch (RuntimeException e) {
            // Where somebody was first, that may have been this key itself, in a time that nobody remembers.
            settleIfAmong(calls.stream(events.getLast().getAggregateIdentifier(), 0), key, records);
            records.forgetIntention();
            throw e;
        }
    }

    /**
     * Checks what a keyed command is about to decide upon.
     *
     * @throws KeyTaken if one of these events was recorded under the key
     */
    void refuseIfAmong(List<DomainEventMessage<?>> stream, CallerKey key) {
        if (stream.stream().noneMatch(event -> carries(event, key))) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                KeyRecords records = KeyRecords.locked(connection, key)) {
            settleIfAmong(stream, key, records);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private void settleIfAmong(List<DomainEventMessage<?>> stream, CallerKey key, KeyRecords records)
            throws SQLException {
        DomainEventMessage<?> last = stream.stream()
                .filter(event -> carries(event, key))
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (last != null) {
            Appended found = Appended.of(last, calls.position());
            records.answer(String.valueOf(last.getMetaData().get(FINGERPRINT)), found);
            throw new KeyTaken(null);
        }
    }

    private static boolean carries(DomainEventMessage<?> event, CallerKey key) {
        return key.value().equals(event.getMetaData().get(KEY))
                && key.caller().equals(event.getMetaData().get(MessageKeys.ACTOR));
    }

    /** The events are in the log: what fails from here on is made good by the next who asks. */
    private static void keep(KeyRecords records, String fingerprint, Appended appended) {
        try {
            records.answer(fingerprint, appended);
        } catch (SQLException e) {
            LOG.warn("An idempotency key is in the log, but not yet in its table: {}", e.getMessage());
        }
    }

    private static StoreUnavailable unavailable(SQLException e) {
        return new StoreUnavailable("idempotency keys cannot be reached now", e);
    }
}
