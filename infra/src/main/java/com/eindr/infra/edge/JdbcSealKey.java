package com.eindr.infra.edge;

import com.eindr.shared.web.SealKey;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The seal key of this installation: made by the first node that needs it, and kept in PostgreSQL, so that it outlives
 * restarts and is the same everywhere without anybody having to configure it.
 */
@Component
class JdbcSealKey implements SealKey {
    private static final int BYTES = 32;

    private final JdbcClient database;
    private volatile byte @Nullable [] key;

    JdbcSealKey(JdbcClient database) {
        this.database = database;
    }

    @Override
    public byte[] bytes() {
        byte[] known = key;
        if (known == null) {
            known = readOrMake();
            key = known;
        }
        return known.clone();
    }

    private byte[] readOrMake() {
        byte[] candidate = new byte[BYTES];
        new SecureRandom().nextBytes(candidate);
        // Whoever comes first wins; everybody reads the winner's.
        database.sql("INSERT INTO seal_key (bytes) VALUES (?) ON CONFLICT DO NOTHING")
                .param(candidate)
                .update();
        return database.sql("SELECT bytes FROM seal_key").query(byte[].class).single();
    }
}
