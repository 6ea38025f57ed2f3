package com.eindr.infra.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to replay one projection, held by one node of all. It is an advisory lock of a connection, so PostgreSQL
 * takes it back when the node dies.
 */
final class ReplayClaim implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayClaim.class);
    /** Any number that nothing else in this database uses for its advisory locks. */
    private static final int SPACE = 0x5245_504C;

    private final Connection connection;
    private final String projection;

    private ReplayClaim(Connection connection, String projection) {
        this.connection = connection;
        this.projection = projection;
    }

    /** The claim; empty where somebody has it. */
    static Optional<ReplayClaim> take(DataSource dataSource, String projection) {
        try {
            Connection connection = dataSource.getConnection();
            if (ask(connection, "SELECT pg_try_advisory_lock(?, hashtext(?))", projection)) {
                return Optional.of(new ReplayClaim(connection, projection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the right to replay " + projection + " could not be asked for", e);
        }
    }

    private static boolean ask(Connection connection, String sql, String projection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, SPACE);
            statement.setString(2, projection);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        try (connection) {
            ask(connection, "SELECT pg_advisory_unlock(?, hashtext(?))", projection);
        } catch (SQLException e) {
            LOG.debug("A lost connection gives its claim back by itself", e);
        }
    }
}
