package com.eindr.infra.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The keys of people, each wrapped under a master key. The row of a destroyed one stays, without the key, so that no second
 * one is ever made for the same person.
 */
final class PersonKeyTable {
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    PersonKeyTable(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * A key as it is stored.
     *
     * @param wrapped null for a destroyed one
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way from JDBC; nobody compares rows
    record Row(String person, int master, byte @Nullable [] wrapped) {
        static Row read(ResultSet row, int index) throws SQLException {
            return new Row(row.getString(1), row.getInt(2), row.getBytes(3));
        }
    }

    /** Where the calling thread is in a transaction its connection is used, so that reading never waits for a second one. */
    Optional<Row> find(String person) {
        return jdbc.query("SELECT person, master, wrapped FROM person_key WHERE person = ?", Row::read, person).stream()
                .findFirst();
    }

    /** The keys that were made last. */
    List<Row> latest(int limit) {
        return jdbc.query(
                "SELECT person, master, wrapped FROM person_key WHERE wrapped IS NOT NULL ORDER BY made_at DESC LIMIT"
                        + " ?",
                Row::read,
                limit);
    }

    /**
     * Keeps a new key unless there is one already, or was. It is durable when this returns, whatever transaction the calling
     * thread is in: no event is ever without its key.
     */
    void add(Row row) throws SQLException {
        byItself(
                "INSERT INTO person_key (person, master, wrapped) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                row.person(),
                row.master(),
                row.wrapped());
    }

    /** Leaves a row without a key, also where there was none. As durable as {@link #add}. */
    void destroy(String person) throws SQLException {
        byItself("""
            INSERT INTO person_key AS known (person, master, destroyed_at) VALUES (?, 0, now())
            ON CONFLICT (person) DO UPDATE SET wrapped = NULL, destroyed_at = coalesce(known.destroyed_at, now())\
            """, person);
    }

    private void byItself(String sql, @Nullable Object... parameters) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            new JdbcTemplate(new SingleConnectionDataSource(connection, true)).update(sql, parameters);
        }
    }

    /** Some of the keys that are wrapped under another master key than the given one. */
    List<Row> notUnder(int master, int limit) {
        return jdbc.query(
                "SELECT person, master, wrapped FROM person_key WHERE master <> ? AND wrapped IS NOT NULL LIMIT ?",
                Row::read,
                master,
                limit);
    }

    /** Takes a key that was wrapped anew, unless it was changed or destroyed meanwhile. */
    void rewrap(Row from, Row to) {
        jdbc.update(
                "UPDATE person_key SET master = ?, wrapped = ? WHERE person = ? AND wrapped = ?",
                to.master(),
                to.wrapped(),
                from.person(),
                from.wrapped());
    }

    /** How many keys each master key wraps, by its number. */
    Map<Integer, Long> counts() {
        Map<Integer, Long> counts = new TreeMap<>();
        jdbc.query("SELECT master, count(*) FROM person_key WHERE wrapped IS NOT NULL GROUP BY master", row -> {
            counts.put(row.getInt(1), row.getLong(2));
        });
        return counts;
    }

    /** Whether PostgreSQL was away, and the same may succeed later. */
    static boolean isOutage(DataAccessException e) {
        return e instanceof DataAccessResourceFailureException || e instanceof TransientDataAccessException;
    }
}
