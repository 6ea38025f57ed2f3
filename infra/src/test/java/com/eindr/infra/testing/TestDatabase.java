package com.eindr.infra.testing;

import com.eindr.infra.embedded.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A migrated, otherwise empty database on the PostgreSQL of this test run. */
public record TestDatabase(PostgresServer server, String name) implements JdbcConnectionDetails {

    /** A connection past the application's pool. */
    public Connection connect() throws SQLException {
        return server.connect(name);
    }

    @Override
    public String getUsername() {
        return PostgresServer.USER;
    }

    @Override
    public String getPassword() {
        return server.password();
    }

    @Override
    public String getJdbcUrl() {
        return server.url(name);
    }

    @Override
    public String getDriverClassName() {
        return "org.postgresql.Driver";
    }
}
