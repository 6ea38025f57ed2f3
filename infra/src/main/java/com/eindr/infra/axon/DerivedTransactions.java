package com.eindr.infra.axon;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions of event processors. All they write follows from the log and moves together with the token that says how
 * much of the log it follows from. So they need not wait for the disk: should PostgreSQL crash, the last moments of both are
 * gone, and the processor handles those events again.
 *
 * <p>They would not only wait themselves: the log's own commits stand in the same queue for the disk.
 */
final class DerivedTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1L;

    DerivedTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL synchronous_commit TO off");
        }
    }
}
