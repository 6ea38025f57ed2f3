package com.eindr.infra.eventlog;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer's own connection, opened anew whenever it was lost. It is not from the pool: it lives as long as the
 * node, commits by itself, and gives up sooner than a reader may.
 */
final class WriterConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriterConnection.class);
    private static final int CONNECT_SECONDS = 2;

    private final String url;
    private final Properties settings = new Properties();
    private @Nullable Connection connection;

    WriterConnection(String url, String user, String password, EventLogProperties properties) {
        this.url = url;
        settings.setProperty("user", user);
        settings.setProperty("password", password);
        settings.setProperty("ApplicationName", "eindr-event-log");
        settings.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        settings.setProperty("loginTimeout", String.valueOf(CONNECT_SECONDS));
        settings.setProperty("socketTimeout", String.valueOf(seconds(properties.statementTimeout()) + 2));
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("prepareThreshold", "1");
        settings.setProperty(
                "options",
                "-c statement_timeout=" + properties.statementTimeout().toMillis() + " -c lock_timeout="
                        + properties.lockTimeout().toMillis() + " -c idle_in_transaction_session_timeout=10000");
    }

    private static long seconds(Duration duration) {
        return Math.max(1, duration.toSeconds());
    }

    Connection get() throws SQLException {
        Connection present = connection;
        if (present == null) {
            present = DriverManager.getConnection(url, settings);
            connection = present;
        }
        return present;
    }

    /** Whether this failure took the connection, and with it the knowledge of what was committed. */
    boolean lostBy(SQLException failure) {
        try {
            return SqlFailure.of(failure) == SqlFailure.LOST || connection == null || connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    @Override
    public void close() {
        Connection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLException e) {
                LOG.debug("A lost connection did not close cleanly", e);
            }
        }
    }
}
