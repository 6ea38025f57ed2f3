package com.eindr.shared.query;

import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcOperations;

/** How far a projection has come, as the tables show it: what it did not commit does not count. */
final class Reached {
    private Reached() {}

    /** The position of the last event that changed its tables; empty where none has. */
    static OptionalLong by(String projection, JdbcOperations jdbc) {
        return jdbc
                .query(
                        "SELECT position FROM projection_position WHERE name = ?",
                        (row, index) -> row.getLong(1),
                        projection)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
