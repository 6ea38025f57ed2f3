package com.eindr.infra.deadletters;

import com.eindr.shared.Refusal;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dead letters of all processing groups. */
@Component
class DeadLetters {
    private final JdbcClient database;
    private final EventProcessingConfiguration processing;

    DeadLetters(JdbcClient database, EventProcessingConfiguration processing) {
        this.database = database;
        this.processing = processing;
    }

    /**
     * Events of one aggregate that one group could not handle, or must not before an earlier one.
     *
     * @param letters how many wait
     * @param position of the first of them in the log
     * @param cause why it could not be handled
     */
    record Sequence(
            String group,
            String aggregateId,
            long letters,
            long position,
            String type,
            @Nullable String cause) {}

    /** The sequences of all groups, oldest first, at most this many. */
    List<Sequence> sequences(int limit) {
        return database.sql("""
            SELECT processing_group, aggregate_identifier, letters, position, payload_type,
                concat_ws(': ', cause_type, cause_message) AS cause
            FROM (SELECT *, count(*) OVER sequence AS letters,
                      row_number() OVER (sequence ORDER BY sequence_index) AS place,
                      (convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint AS position
                  FROM dead_letter_entry
                  WINDOW sequence AS (PARTITION BY processing_group, sequence_identifier)) letter
            WHERE place = 1 ORDER BY enqueued_at LIMIT ?\
            """)
                .param(limit)
                .query((row, index) -> new Sequence(
                        row.getString("processing_group"),
                        row.getString("aggregate_identifier"),
                        row.getLong("letters"),
                        row.getLong("position"),
                        row.getString("payload_type"),
                        row.getString("cause")))
                .list();
    }

    long count(String group) {
        return database.sql("SELECT count(*) FROM dead_letter_entry WHERE processing_group = ?")
                .param(group)
                .query(Long.class)
                .single();
    }

    /**
     * Handles the sequences of a group once more, each until one of its letters fails again.
     *
     * @return how many sequences are empty now
     * @throws Refusal if there is no such group
     */
    int retry(String group) {
        SequencedDeadLetterProcessor<EventMessage<?>> processor = processing
                .sequencedDeadLetterProcessor(group)
                .orElseThrow(() -> Refusal.of(DeadLetterRefusal.GROUP_NOT_FOUND, "no group is called " + group));
        long sequences = database.sql("SELECT count(DISTINCT sequence_identifier) FROM dead_letter_entry"
                        + " WHERE processing_group = ?")
                .param(group)
                .query(Long.class)
                .single();
        int done = 0;
        for (long i = 0; i < sequences; i++) {
            done += processor.processAny() ? 1 : 0;
        }
        return done;
    }
}
