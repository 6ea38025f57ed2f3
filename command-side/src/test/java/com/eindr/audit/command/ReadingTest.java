package com.eindr.audit.command;

import com.eindr.audit.AuditCommand.RecordReading;
import com.eindr.audit.AuditEvent.AuditRead;
import com.eindr.audit.ReadingId;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final ReadingId READING = new ReadingId(TimeOrderedUuid.next());
    private static final RecordReading COMMAND =
            new RecordReading(READING, new UserId("rita"), "/api/v1/audit/events", "complaint 17");

    private final AggregateTestFixture<Reading> reading = new AggregateTestFixture<>(Reading.class);

    @Test
    void whoever_reads_the_log_is_on_record_with_what_they_read_and_why() {
        reading.givenNoPriorActivity()
                .when(COMMAND)
                .expectEvents(new AuditRead(READING, "rita", "/api/v1/audit/events", "complaint 17"))
                .expectResultMessagePayload(1L);
    }

    @Test
    void a_reading_is_recorded_once() {
        reading.given(new AuditRead(READING, "rita", "/api/v1/audit/events", "complaint 17"))
                .when(COMMAND)
                .expectException(EventStoreException.class);
    }
}
