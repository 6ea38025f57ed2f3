package com.eindr.shared.query;

import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows by many keys at once, each parameter being an array. */
public final class ArrayQuery {
    private final JdbcOperations jdbc;

    public ArrayQuery(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    public <R> List<R> query(String sql, RowMapper<R> mapper, Values... parameters) {
        return jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    for (int i = 0; i < parameters.length; i++) {
                        statement.setArray(
                                i + 1, connection.createArrayOf(parameters[i].type(), parameters[i].texts()));
                    }
                    return statement;
                },
                mapper);
    }

    public static Values uuids(Collection<?> values) {
        return new Values("uuid", values);
    }

    public static Values texts(Collection<?> values) {
        return new Values("text", values);
    }

    /** An array parameter; its elements are given as {@code toString()} writes them. */
    public record Values(String type, Collection<?> values) {
        Object[] texts() {
            return values.stream().map(Object::toString).toArray();
        }
    }
}
