package com.eindr.infra.deadletters;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterStatementFactory;
import org.axonframework.serialization.Serializer;

/**
 * Axon's statements but two. Version 4.13.0 takes the offset of a page for the index within a sequence, and so finds
 * only the first page of sequences that wait, and reads long sequences twice.
 */
final class PostgresDeadLetterStatements extends DefaultDeadLetterStatementFactory<EventMessage<?>> {
    private static final String CLAIMABLE = """
        SELECT letter.* FROM dead_letter_entry letter
        WHERE letter.processing_group = ? AND (letter.processing_started IS NULL OR letter.processing_started < ?)
            AND letter.sequence_index = (
                SELECT min(first.sequence_index) FROM dead_letter_entry first
                WHERE first.processing_group = letter.processing_group
                    AND first.sequence_identifier = letter.sequence_identifier)
        ORDER BY letter.last_touched, letter.dead_letter_identifier LIMIT ? OFFSET ?
        """;
    private static final String SEQUENCE = """
        SELECT * FROM dead_letter_entry WHERE processing_group = ? AND sequence_identifier = ?
        ORDER BY sequence_index LIMIT ? OFFSET ?
        """;

    PostgresDeadLetterStatements(DeadLetterSchema schema, Serializer general, Serializer events) {
        super(DefaultDeadLetterStatementFactory.<EventMessage<?>>builder()
                .schema(schema)
                .genericSerializer(general)
                .eventSerializer(events));
    }

    @Override
    public PreparedStatement claimableSequencesStatement(
            Connection connection, String processingGroup, Instant processingStartedLimit, int offset, int maxSize)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(CLAIMABLE);
        statement.setString(1, processingGroup);
        statement.setString(2, DateTimeUtils.formatInstant(processingStartedLimit));
        statement.setInt(3, maxSize);
        statement.setInt(4, offset);
        return statement;
    }

    @Override
    public PreparedStatement letterSequenceStatement(
            Connection connection, String processingGroup, String sequenceId, int offset, int maxSize)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(SEQUENCE);
        statement.setString(1, processingGroup);
        statement.setString(2, sequenceId);
        statement.setInt(3, maxSize);
        statement.setInt(4, offset);
        return statement;
    }
}
