package com.eindr.infra.edge;

import com.eindr.shared.UserId;
import com.eindr.shared.web.KeptSelections;
import com.eindr.shared.web.KeyReused;
import com.eindr.shared.web.WriteRequest.IdempotencyKey;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps selections for as long as idempotency keys are kept: 24 hours. */
@Component
class JdbcKeptSelections implements KeptSelections {
    private final JdbcClient database;

    JdbcKeptSelections(JdbcClient database) {
        this.database = database;
    }

    private record Kept(String fingerprint, List<String> ids) {}

    @Override
    public List<String> once(UserId actor, IdempotencyKey key, Supplier<List<String>> select) {
        Optional<Kept> before = find(actor, key);
        if (before.isPresent()) {
            return same(before.get(), key);
        }
        forgetOld();
        database.sql("INSERT INTO kept_selection (caller, key, fingerprint, ids) VALUES (?, ?, ?, ?::text[])"
                        + " ON CONFLICT DO NOTHING")
                .params(actor.value(), key.value(), key.fingerprint(), literal(select.get()))
                .update();
        // A twin may have been faster; both do what the faster one found.
        return same(find(actor, key).orElseThrow(), key);
    }

    private Optional<Kept> find(UserId actor, IdempotencyKey key) {
        return database.sql("SELECT fingerprint, ids FROM kept_selection WHERE caller = ? AND key = ?")
                .params(actor.value(), key.value())
                .query((row, number) -> new Kept(row.getString("fingerprint"), texts(row.getArray("ids"))))
                .optional();
    }

    /** On the occasion of a new one, since nobody else looks after this small table. */
    private void forgetOld() {
        database.sql("DELETE FROM kept_selection WHERE recorded_at < now() - INTERVAL '24 hours'")
                .update();
    }

    private static List<String> same(Kept kept, IdempotencyKey key) {
        if (!kept.fingerprint().equals(key.fingerprint())) {
            throw new KeyReused("The idempotency key was used for another request.");
        }
        return kept.ids();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** An array literal of PostgreSQL; ids contain nothing that needs quoting. */
    private static String literal(List<String> ids) {
        return "{" + String.join(",", ids) + "}";
    }
}
