package com.eindr.infra.search;

import com.eindr.search.query.NearestTexts;
import com.eindr.shared.UserId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** Compares with every text of the person, here, a few hundred at a time: for a PostgreSQL without pgvector. */
final class NearestByArrays implements NearestTexts {
    /** Farthest first. */
    static final Comparator<Near> FARTHEST = Comparator.comparingInt(Near::product)
            .thenComparing(near -> near.id().toString(), Comparator.reverseOrder());

    private static final int AT_ONCE = 500;

    private static final String VECTORS = """
        SELECT m.id, array_send(m.vector) AS vector
        FROM meaning m JOIN searched_text s ON s.id = m.id AND s.changed_at = m.changed_at
        WHERE m.owner_id = ?\
        """;

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;

    NearestByArrays(JdbcOperations jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public List<Near> nearest(UserId owner, byte[] meaning, int least, int limit) {
        PriorityQueue<Near> nearest = new PriorityQueue<>(limit + 1, FARTHEST);
        // Only within a transaction does the driver fetch rows a few at a time.
        transactions.executeWithoutResult(status ->
                jdbc.query(connection -> prepare(connection.prepareStatement(VECTORS), owner), row -> {
                    int product = Vectors.product(meaning, row.getBytes("vector"));
                    if (product >= least) {
                        nearest.add(new Near(row.getObject("id", UUID.class), product));
                        if (nearest.size() > limit) {
                            nearest.poll();
                        }
                    }
                }));
        return nearest.stream().sorted(FARTHEST.reversed()).toList();
    }

    private static PreparedStatement prepare(PreparedStatement statement, UserId owner) throws SQLException {
        // In binary from the first time on: as text a vector is twice as long.
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        statement.setFetchSize(AT_ONCE);
        statement.setString(1, owner.value());
        return statement;
    }
}
