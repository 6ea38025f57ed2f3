package com.eindr.infra.search;

import com.eindr.search.query.NearestTexts;
import com.eindr.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets pgvector compare. With every text of the person, as long as they have not too many: that is exact, and fast enough.
 * Beyond that the index over all people's texts is walked from the nearest on until enough of the person's own were met; it
 * is the only answer that may lack a text that another store would give.
 */
final class NearestByPgvector implements NearestTexts {
    /** The inner query stands for itself, so that no index over vectors takes part. */
    private static final String EXACT = """
        SELECT id, product FROM (
            SELECT m.id, -(m.vector::vector(384) <#> ?::vector(384)) AS product
            FROM meaning m JOIN searched_text s ON s.id = m.id AND s.changed_at = m.changed_at
            WHERE m.owner_id = ? OFFSET 0) near
        WHERE product >= ? ORDER BY product DESC, id LIMIT ?\
        """;

    /** A few more than asked for, since some may have changed. */
    private static final String BY_INDEX = """
        SELECT near.id, near.product FROM (
            SELECT m.id, m.changed_at, -(m.vector::vector(384) <#> ?::vector(384)) AS product
            FROM meaning m WHERE m.owner_id = ?
            ORDER BY m.vector::vector(384) <#> ?::vector(384) LIMIT ?) near
        JOIN searched_text s ON s.id = near.id AND s.changed_at = near.changed_at
        WHERE near.product >= ? ORDER BY near.product DESC, near.id LIMIT ?\
        """;

    private static final int MORE = 50;

    private static final String MANY =
            "SELECT count(*) > ? FROM (SELECT 1 FROM meaning WHERE owner_id = ? LIMIT ?) own";

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final int exactUpTo;

    /** @param exactUpTo how many texts of one person are compared one by one */
    NearestByPgvector(JdbcOperations jdbc, TransactionOperations transactions, int exactUpTo) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.exactUpTo = exactUpTo;
    }

    @Override
    public List<Near> nearest(UserId owner, byte[] meaning, int least, int limit) {
        String vector = Vectors.text(meaning);
        if (Boolean.TRUE.equals(jdbc.queryForObject(MANY, Boolean.class, exactUpTo, owner.value(), exactUpTo + 1))) {
            List<Near> near = byIndex(owner, vector, least, limit);
            if (near.size() == limit) {
                return near;
            }
            // The walk may have ended too early; whether it did, only the exact search tells.
        }
        return jdbc.query(EXACT, NearestByPgvector::read, vector, owner.value(), least, limit);
    }

    private List<Near> byIndex(UserId owner, String vector, int least, int limit) {
        List<Near> near = transactions.execute(status -> {
            jdbc.execute("SET LOCAL hnsw.iterative_scan = strict_order");
            jdbc.execute("SET LOCAL hnsw.ef_search = 400");
            jdbc.execute("SET LOCAL hnsw.max_scan_tuples = 50000");
            return jdbc.query(
                    BY_INDEX, NearestByPgvector::read, vector, owner.value(), vector, limit + MORE, least, limit);
        });
        return near == null ? List.of() : near;
    }

    private static Near read(ResultSet row, int index) throws SQLException {
        return new Near(row.getObject("id", UUID.class), (int) row.getDouble("product"));
    }
}
