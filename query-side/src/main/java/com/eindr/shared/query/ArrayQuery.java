package com.eindr.shared.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/** Reads and changes rows by many keys at once, each parameter being an array. */
public final class ArrayQuery {
    private final JdbcOperations jdbc;

    public ArrayQuery(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    public <R> List<R> query(String sql, RowMapper<R> mapper, Values... parameters) {
        return jdbc.query(connection -> prepare(connection, sql, parameters), mapper);
    }

    public void update(String sql, Values... parameters) {
        jdbc.update(connection -> prepare(connection, sql, parameters));
    }

    private static PreparedStatement prepare(Connection connection, String sql, Values... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Object[] elements = parameters[i].elements().toArray();
            statement.setArray(i + 1, connection.createArrayOf(parameters[i].type(), elements));
        }
        return statement;
    }

    public static Values uuids(Collection<?> values) {
        return new Values("uuid", List.copyOf(values));
    }

    public static Values texts(Collection<?> values) {
        return new Values("text", List.copyOf(values));
    }

    public static <R> Values values(String type, Collection<R> rows, Function<R, ?> value) {
        return new Values(type, rows.stream().<Object>map(value).toList());
    }

    /** An array parameter; its elements are given as the driver or {@code toString()} writes them. */
    public record Values(String type, List<?> elements) {}
}
