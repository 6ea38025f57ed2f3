package com.eindr.infra.eventlog;

import com.eindr.shared.web.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Statements beside the writer's. Where the caller's thread is in a transaction its connection is used, so that reading
 * never waits for a second one from the pool.
 */
final class LogSql {
    private final DataSource dataSource;

    LogSql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes something of all rows. */
    @FunctionalInterface
    interface Reading<T> {
        T from(ResultSet result) throws SQLException;
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /**
     * @throws StoreUnavailable if PostgreSQL is away
     * @throws EventStoreException if it refuses
     */
    <T> T query(Reading<T> reading, String sql, @Nullable Object... parameters) {
        return run(
                statement -> {
                    try (ResultSet result = statement.executeQuery()) {
                        return reading.from(result);
                    }
                },
                sql,
                parameters);
    }

    /** As {@link #query}; returns how many rows it changed. */
    int update(String sql, @Nullable Object... parameters) {
        return run(PreparedStatement::executeUpdate, sql, parameters);
    }

    private <T> T run(Use<T> use, String sql, @Nullable Object... parameters) {
        Connection connection = connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return use.of(statement);
        } catch (SQLException e) {
            if (SqlFailure.isOutage(e)) {
                throw new StoreUnavailable("the event log does not answer now", e);
            }
            throw new EventStoreException("the event log refused a statement", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private Connection connection() {
        try {
            return DataSourceUtils.getConnection(dataSource);
        } catch (CannotGetJdbcConnectionException e) {
            throw new StoreUnavailable("the event log cannot be reached now", e);
        }
    }
}
