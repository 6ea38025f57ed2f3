package com.eindr.infra.proof;

import com.eindr.infra.axon.StoredJson;
import com.eindr.infra.eventlog.LogReader;
import com.eindr.infra.eventlog.PostgresStoredEvents;
import com.eindr.infra.eventlog.StoredEvents;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestServers;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log on a database of its own with events nobody needs to understand, and the tree over it, as one node has it. */
public final class LogUnderProof implements AutoCloseable {
    static final String ORIGIN = "example.org/log";
    static final String SEED = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";

    private static final String INSERT = """
        WITH head AS (UPDATE event_log_head SET position = position + ? RETURNING position - ? AS base)
        INSERT INTO domain_event_entry (global_index, event_identifier, aggregate_identifier, sequence_number, type,
            payload_type, payload_revision, time_stamp, payload, meta_data)
        SELECT base + i, gen_random_uuid(), 'aggregate-' || (base + i) / 5, (base + i) % 5,
            CASE WHEN i % 7 = 0 THEN NULL ELSE 'Account' END, 'com.example.Something', '1',
            timestamptz '2026-11-23T10:00:00.000001Z' + i * interval '1003 microseconds',
            convert_to('{"text":"Grüße an \\"' || (base + i) || '\\""}', 'UTF8'),
            convert_to('{"actor":"user-' || i % 100 || '"}', 'UTF8')
        FROM head, generate_series(1, ?) AS i
        """;

    final TestDatabase database;
    final HikariDataSource pool = new HikariDataSource();
    final JdbcClient client;
    final ProofKeys keys = new ProofKeys(ORIGIN, SEED, List.of());
    final LogTree tree;
    final LogWatch watch;
    private final StoredEvents log;

    public LogUnderProof() {
        this(TestServers.freshDatabase());
    }

    LogUnderProof(TestDatabase database) {
        this.database = database;
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(3);
        client = JdbcClient.create(pool);
        log = new PostgresStoredEvents(
                pool,
                new LogReader(
                        pool,
                        Jackson3Serializer.builder()
                                .jsonMapperBuilderCustomizer(StoredJson::configure)
                                .build(),
                        NoOpEventUpcaster.INSTANCE));
        tree = new LogTree(log, client, new TransactionTemplate(new JdbcTransactionManager(pool)), keys);
        watch = new LogWatch(log, tree);
    }

    /** Appends events in one transaction. */
    public void append(int count) {
        client.sql(INSERT).params(count, count, count).update();
    }

    /** Brings the tree to the end of the log and signs it. */
    public void sign() {
        boolean more = true;
        while (more) {
            more = tree.grow();
        }
        tree.sign();
    }

    /** Does to the table what only its owner could do. */
    public void tamper(String sql, Object... parameters) {
        client.sql("ALTER TABLE domain_event_entry DISABLE TRIGGER ALL").update();
        client.sql(sql).params(parameters).update();
        client.sql("ALTER TABLE domain_event_entry ENABLE TRIGGER ALL").update();
    }

    public StoredEvents log() {
        return log;
    }

    /** The signed note of the whole log as it was when it was signed last. */
    public String checkpoint() {
        return tree.checkpoints().latest().orElseThrow().note();
    }

    public String verifierKey() {
        return keys.published().getFirst();
    }

    public ExportedTree exported() {
        return new ExportedTrees(tree).latest().orElseThrow();
    }

    @Override
    public void close() {
        pool.close();
    }
}
