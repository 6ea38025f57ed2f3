package com.eindr.infra.replay;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Copies of a projection's tables in a schema of their own, found before the live ones by whoever has the schema first on
 * the search path. Constraints and indexes bear the live ones' names, so that after the exchange nothing is different.
 */
final class ShadowTables {
    private static final String LIVE = "public";
    private static final String CONSTRAINTS = """
        SELECT format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', ?::text, t.relname, c.conname,
            pg_get_constraintdef(c.oid))
        FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
        WHERE c.conrelid = (? || '.' || quote_ident(?))::regclass AND c.contype IN ('p', 'u', 'x')
        """;
    private static final String INDEXES = """
        SELECT replace(pg_get_indexdef(i.indexrelid), format(' ON %I.%I ', ?::text, t.relname),
            format(' ON %I.%I ', ?::text, t.relname))
        FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
        WHERE i.indrelid = (? || '.' || quote_ident(?))::regclass
            AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
        """;

    private final JdbcOperations database;
    private final List<String> tables;
    private final String schema;
    private final String retired;

    ShadowTables(JdbcOperations database, String projection, List<String> tables) {
        if (!projection.matches("[a-z][a-z0-9_-]{0,40}")) {
            throw new IllegalArgumentException("not a projection's name: " + projection);
        }
        this.database = database;
        this.tables = List.copyOf(tables);
        this.schema = "replay_" + projection.replace('-', '_');
        this.retired = "retired_" + projection.replace('-', '_');
    }

    /** Empty copies, in place of what an earlier replay may have left. */
    void create() {
        drop();
        database.execute("CREATE SCHEMA " + schema);
        for (String table : tables) {
            database.execute("CREATE TABLE " + schema + "." + table + " (LIKE " + LIVE + "." + table
                    + " INCLUDING ALL EXCLUDING INDEXES)");
            statements(CONSTRAINTS, schema, LIVE, table).forEach(database::execute);
        }
    }

    /** Indexes are built when the tables are full, which is many times cheaper than keeping them up to date. */
    void index() {
        for (String table : tables) {
            statements(INDEXES, LIVE, schema, LIVE, table).forEach(this::atLeisure);
            atLeisure("ANALYZE " + schema + "." + table);
        }
    }

    /** An index over many rows takes minutes, and nobody waits for it: without the limit that answers have. */
    private void atLeisure(String statement) {
        database.execute((Connection connection) -> {
            int limit = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0);
            try (Statement alone = connection.createStatement()) {
                return alone.execute(statement);
            } finally {
                connection.setNetworkTimeout(Runnable::run, limit);
            }
        });
    }

    /** Lets the present transaction see the copies instead of the live tables. */
    void enter() {
        database.execute("SET LOCAL search_path TO " + schema + ", " + LIVE);
    }

    /** Keeps everybody else away from the live tables until the present transaction ends. */
    void lockLive() {
        List<String> live = new ArrayList<>();
        tables.stream().sorted().forEach(table -> live.add(LIVE + "." + table));
        database.execute("LOCK TABLE " + String.join(", ", live) + " IN ACCESS EXCLUSIVE MODE");
    }

    /** Puts the copies in the place of the live tables, in the present transaction. */
    void exchange() {
        database.execute("CREATE SCHEMA " + retired);
        for (String table : tables) {
            database.execute("ALTER TABLE " + LIVE + "." + table + " SET SCHEMA " + retired);
            database.execute("ALTER TABLE " + schema + "." + table + " SET SCHEMA " + LIVE);
        }
        drop();
    }

    void drop() {
        database.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
        database.execute("DROP SCHEMA IF EXISTS " + retired + " CASCADE");
    }

    private List<String> statements(String generator, Object... parameters) {
        return database.query(generator, (row, index) -> row.getString(1), parameters);
    }
}
