package com.eindr.infra.stream;

import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys from which pseudonyms follow, by their numbers: the greatest is for whoever asks for none. They are where the ids
 * themselves are, in PostgreSQL; what they keep apart are the ids and the analysts, who do not come there.
 */
@Component
class PseudonymKeys {
    private static final String FIRST = "the first key";
    private static final int BYTES = 32;

    private final JdbcClient database;

    PseudonymKeys(JdbcClient database) {
        this.database = database;
    }

    /** @param number counted from 1 */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares keys.
    record Key(int number, byte[] bytes) {}

    /** The key that counts now; made where there is none yet. */
    Key newest() {
        return find("ORDER BY number DESC LIMIT 1").orElseGet(() -> {
            add(FIRST);
            return newest();
        });
    }

    Optional<Key> numbered(int number) {
        return newest().number() < number ? Optional.empty() : find("WHERE number = " + number);
    }

    /**
     * Adds a key, which counts from now on. Whoever does so at the same moment as somebody else, or once more for the same
     * reason, finds that it is done.
     *
     * @param reason what it is added for, each reason once
     */
    Key add(String reason) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        database.sql("INSERT INTO stream_key (number, reason, bytes) SELECT coalesce(max(number), 0) + 1, :reason,"
                        + " :bytes FROM stream_key ON CONFLICT DO NOTHING")
                .param("reason", reason)
                .param("bytes", random)
                .update();
        return newest();
    }

    private Optional<Key> find(String which) {
        return database.sql("SELECT number, bytes FROM stream_key " + which)
                .query((row, index) -> new Key(row.getInt("number"), row.getBytes("bytes")))
                .optional();
    }
}
