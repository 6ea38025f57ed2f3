package com.eindr.shared.query;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * A table that is written many rows at a time: one array a column, unnested into rows by the server. That is one
 * statement, one round trip and one plan for any number of rows.
 *
 * @param <R> a row, complete
 */
public final class Table<R> {
    private final List<Column<R>> columns;
    private final String upsert;
    private final String delete;

    private Table(String name, List<Column<R>> columns, String condition) {
        this.columns = columns;
        String given = given(columns).stream().map(Column::name).collect(joining(", "));
        String names = columns.stream().map(Column::name).collect(joining(", "));
        String values = columns.stream().map(Column::expression).collect(joining(", "));
        String keys = keys(columns).stream().map(Column::name).collect(joining(", "));
        String changes = columns.stream()
                .filter(column -> !column.key())
                .map(column -> column.name() + " = excluded." + column.name())
                .collect(joining(", "));
        this.upsert = "INSERT INTO " + name + " (" + names + ") SELECT " + values + " FROM " + unnest(given(columns))
                + " AS given (" + given + ") ON CONFLICT (" + keys + ") DO "
                + (changes.isEmpty() ? "NOTHING" : "UPDATE SET " + changes + condition);
        this.delete = "DELETE FROM " + name + " WHERE (" + keys + ") IN (SELECT * FROM " + unnest(keys(columns)) + ")";
    }

    public static <R> Builder<R> named(String name) {
        return new Builder<>(name);
    }

    /** Inserts the rows, or makes the rows of the same keys like them. No two of them have the same key. */
    public void upsert(JdbcOperations jdbc, Collection<R> rows) {
        run(jdbc, upsert, given(columns), rows);
    }

    /** Deletes the rows of the same keys. */
    public void delete(JdbcOperations jdbc, Collection<R> rows) {
        run(jdbc, delete, keys(columns), rows);
    }

    private static <R> void run(JdbcOperations jdbc, String sql, List<Column<R>> columns, Collection<R> rows) {
        if (!rows.isEmpty()) {
            jdbc.update(connection -> {
                PreparedStatement statement = connection.prepareStatement(sql);
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).bind(connection, statement, i + 1, rows);
                }
                return statement;
            });
        }
    }

    private static <R> List<Column<R>> given(List<Column<R>> columns) {
        return columns.stream().filter(column -> !column.computed()).toList();
    }

    private static <R> List<Column<R>> keys(List<Column<R>> columns) {
        return columns.stream().filter(Column::key).toList();
    }

    private static <R> String unnest(List<Column<R>> columns) {
        return columns.stream().map(column -> "?::" + column.type() + "[]").collect(joining(", ", "unnest(", ")"));
    }

    /**
     * @param expression what the database computes it by; its own name where rows give it
     */
    private record Column<R>(
            String name, String type, boolean key, String expression, Function<R, ? extends @Nullable Object> value) {

        boolean computed() {
            return !expression.equals(name);
        }

        void bind(Connection connection, PreparedStatement statement, int index, Collection<R> rows)
                throws SQLException {
            @Nullable Object[] values = new @Nullable Object[rows.size()];
            int i = 0;
            for (R row : rows) {
                values[i++] = value.apply(row);
            }
            statement.setArray(index, connection.createArrayOf(type, values));
        }
    }

    /** Names the columns, with PostgreSQL's types; values are given as the driver or {@code toString()} writes them. */
    public static final class Builder<R> {
        private final String name;
        private final List<Column<R>> columns = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder<R> key(String column, String type, Function<R, ?> value) {
            columns.add(new Column<>(column, type, true, column, value));
            return this;
        }

        public Builder<R> column(String column, String type, Function<R, ? extends @Nullable Object> value) {
            columns.add(new Column<>(column, type, false, column, value));
            return this;
        }

        /** A column that the database computes from the others of the same row. */
        public Builder<R> computed(String column, String expression) {
            columns.add(new Column<>(column, "", false, expression, row -> null));
            return this;
        }

        public Table<R> build() {
            return new Table<>(name, List.copyOf(columns), "");
        }

        /** A table whose rows know the position of their last change: an older row never replaces a newer one. */
        public Table<R> ordered() {
            return new Table<>(name, List.copyOf(columns), " WHERE " + name + ".changed_at < excluded.changed_at");
        }
    }
}
