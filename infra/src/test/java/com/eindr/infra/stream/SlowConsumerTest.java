package com.eindr.infra.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.shared.web.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Consumers who ask and do not read, on a log that is longer than what networks hold back for them. */
@EindrTest
class SlowConsumerTest {
    private static final int EVENTS = 40_000;
    private static final int SLOW = 6;

    private final ApiClient api;
    private final TestDatabase database;

    @Autowired
    SlowConsumerTest(ApiClient api, TestDatabase database) {
        this.api = api;
        this.database = database;
    }

    @Test
    void whoever_does_not_read_keeps_neither_writers_nor_readers_waiting() throws Exception {
        fillTheLog();
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                slow.add(askAndReadNothing());
            }
            api.as("ana").post("notes", Map.of("content", "still written")).expect(201);
            try (Stream<String> lines = api.as("eager", Role.ANALYST).lines("stream/events")) {
                assertThat(lines.count()).isGreaterThan(EVENTS);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** The beginning of an answer, so that it is under way. */
    private Socket askAndReadNothing() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), api.address("/").getPort());
        String request = "GET /api/v1/stream/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + api.token("slow", Role.ANALYST) + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII)).isEqualTo("HTTP/1.1 200");
        return socket;
    }

    /** Events that no read model is made of. */
    private void fillTheLog() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                WITH head AS (UPDATE event_log_head SET position = position + %1$d RETURNING position - %1$d AS before)
                INSERT INTO domain_event_entry (global_index, event_identifier, aggregate_identifier, sequence_number,
                    type, payload_type, payload_revision, time_stamp, payload, meta_data)
                SELECT before + number, gen_random_uuid(), gen_random_uuid()::text, 0, 'Act',
                    'com.eindr.operation.OperationEvent$ReplayOrdered', '1', now(),
                    convert_to('{"actId":"' || gen_random_uuid() || '","projection":"notes","by":"root"}', 'UTF8'),
                    convert_to('{"actor":"root","correlationId":"' || gen_random_uuid() || '"}', 'UTF8')
                FROM head, generate_series(1, %1$d) AS number
                """.formatted(EVENTS));
            connection.commit();
        }
    }
}
