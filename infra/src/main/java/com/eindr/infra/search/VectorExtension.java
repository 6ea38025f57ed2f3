package com.eindr.infra.search;

import java.sql.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * pgvector in the database: used where the server has it, whether it was there when Eindr was installed or came later. At
 * every start the same is asked for again, and what is there already stays.
 */
final class VectorExtension {
    private static final Logger LOG = LoggerFactory.getLogger(VectorExtension.class);

    /** Among nodes that start together one makes the index. The number stands for nothing else. */
    private static final String ALONE = "SELECT pg_advisory_xact_lock(7307140026)";

    /** In this order: other extensions have versions that are no numbers. */
    private static final String NEW_ENOUGH =
            "CASE WHEN %1$s = 'vector' THEN string_to_array(%2$s, '.')::int[] >= ARRAY[0, 8] ELSE false END";

    private static final String OFFERED = "SELECT EXISTS (SELECT 1 FROM pg_available_extensions WHERE "
            + NEW_ENOUGH.formatted("name", "default_version") + ")";

    private static final String INSTALLED =
            "SELECT EXISTS (SELECT 1 FROM pg_extension WHERE " + NEW_ENOUGH.formatted("extname", "extversion") + ")";

    private static final String INDEX = """
        CREATE INDEX IF NOT EXISTS meaning_nearest ON meaning USING hnsw ((vector::vector(384)) vector_ip_ops)\
        """;

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;

    VectorExtension(JdbcOperations jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Whether pgvector 0.8 or later can be used; if so, its index is there. */
    boolean prepare() {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> install()));
        } catch (DataAccessException e) {
            LOG.warn(
                    "The server has pgvector, and this database's user may not use it ({}): texts are compared one by"
                            + " one. A superuser can run: CREATE EXTENSION vector",
                    e.getMostSpecificCause().getMessage());
            return false;
        }
    }

    private boolean install() {
        if (!asked(OFFERED) && !asked(INSTALLED)) {
            return false;
        }
        jdbc.execute("SET LOCAL statement_timeout = 0");
        jdbc.execute((Connection connection) -> {
            // An index over many texts takes minutes; the pool sets the limit again.
            connection.setNetworkTimeout(Runnable::run, 0);
            return true;
        });
        jdbc.query(ALONE, row -> {});
        jdbc.execute("CREATE EXTENSION IF NOT EXISTS vector");
        if (!asked(INSTALLED)) {
            return false;
        }
        jdbc.execute(INDEX);
        return true;
    }

    private boolean asked(String question) {
        return Boolean.TRUE.equals(jdbc.queryForObject(question, Boolean.class));
    }
}
