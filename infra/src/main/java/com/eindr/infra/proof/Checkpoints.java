package com.eindr.infra.proof;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every checkpoint that was ever signed, in the table {@code log_checkpoint}, which is only added to. */
final class Checkpoints {
    private final JdbcClient database;

    Checkpoints(JdbcClient database) {
        this.database = database;
    }

    /**
     * A checkpoint as it is kept and given out.
     *
     * @param size how many events it speaks of
     * @param note the checkpoint with its signature
     */
    record Signed(long size, String note) {}

    /** The one of the largest tree. */
    Optional<Signed> latest() {
        return upTo(Long.MAX_VALUE);
    }

    /** The one of the largest tree that is not larger than this. */
    Optional<Signed> upTo(long size) {
        return database.sql(
                        "SELECT tree_size, note FROM log_checkpoint WHERE tree_size <= ? ORDER BY tree_size DESC LIMIT"
                                + " 1")
                .param(size)
                .query((row, number) -> new Signed(row.getLong(1), row.getString(2)))
                .optional();
    }

    void add(Signed checkpoint) {
        database.sql("INSERT INTO log_checkpoint (tree_size, note) VALUES (?, ?)")
                .params(checkpoint.size(), checkpoint.note())
                .update();
    }
}
