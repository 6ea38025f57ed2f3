package com.eindr.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.shared.MessageKeys;
import com.eindr.shared.web.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who asks to see a write that the read models do not have is told so in time, and not shown what was before. */
@EindrTest
class ReadYourWritesTest {
    private final ApiClient.Session ana;
    private final ApiClient.Session rita;
    private final TestDatabase database;

    @Autowired
    ReadYourWritesTest(ApiClient api, TestDatabase database) {
        this.ana = api.as("ana");
        this.rita = api.as("rita", Role.AUDITOR);
        this.database = database;
    }

    @Test
    void a_read_that_cannot_see_the_write_within_two_seconds_is_told_how_far_behind_it_is() throws SQLException {
        ana.get("me").expect(200);
        String path;
        String token;
        try (Connection slow = database.connect();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            // The projection cannot write its table; whoever reads can read it as it was.
            statement.execute("LOCK TABLE reminder IN EXCLUSIVE MODE");
            Answer created = ana.post(
                            "reminders",
                            Map.of("title", "Call Ben", "start", "2036-12-01T09:00", "timeZone", "Asia/Karachi"))
                    .expect(201);
            path = "reminders/" + created.json().path("id").asString();
            token = Objects.requireNonNull(created.header("Consistency-Token"));

            long asked = System.nanoTime();
            Answer behind = ana.get(path, "Consistent-With", token).expect(503);
            Duration waited = Duration.ofNanos(System.nanoTime() - asked);

            assertThat(behind.problem()).isEqualTo("read-models-behind");
            assertThat(behind.header("Retry-After")).isEqualTo("1");
            assertThat(behind.json().path("lag").asLong()).isPositive();
            assertThat(waited).isGreaterThanOrEqualTo(Duration.ofSeconds(2)).isLessThan(Duration.ofSeconds(10));
            // Without the token it is as if it had not been written yet.
            ana.get(path).expect(404);
            slow.rollback();
        }

        ana.get(path, "Consistent-With", token).expect(200);
    }

    @Test
    void nobody_but_auditors_waits_for_what_auditors_search() throws SQLException {
        String search = "audit/events?purpose=complaint&type=NoteWritten&actor=ana";
        String path;
        String token;
        try (Connection slow = database.connect();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("LOCK TABLE audit_entry IN EXCLUSIVE MODE");
            Answer created = ana.post("notes", Map.of("content", "Milk")).expect(201);
            path = "notes/" + created.json().path("id").asString();
            token = Objects.requireNonNull(created.header("Consistency-Token"));

            ana.get(path, "Consistent-With", token).expect(200);
            assertThat(rita.get(search, "Consistent-With", token, "Accept", "application/json")
                            .expect(503)
                            .problem())
                    .isEqualTo("read-models-behind");
            slow.rollback();
        }

        Answer found = rita.get(search, "Consistent-With", token, "Accept", "application/json")
                .expect(200);
        assertThat(found.body()).contains(path.substring("notes/".length()));
    }

    @Test
    void every_event_keeps_who_asked_for_it_and_the_id_that_the_request_is_known_by(@Autowired JdbcTemplate log) {
        String id = ana.post(
                        "reminders",
                        Map.of("title", "Call Cem", "start", "2036-12-01T09:00", "timeZone", "Asia/Karachi"),
                        "X-Correlation-Id",
                        "from-the-app-7")
                .expect(201)
                .json()
                .path("id")
                .asString();

        assertThat(log.queryForObject(
                        "SELECT convert_from(meta_data, 'UTF8') FROM domain_event_entry WHERE aggregate_identifier = ?",
                        String.class,
                        id))
                .contains("\"" + MessageKeys.ACTOR + "\":\"ana\"")
                .contains("\"" + MessageKeys.CORRELATION + "\":\"from-the-app-7\"");
    }

    @Test
    void a_token_that_is_none_of_ours_is_refused() {
        assertThat(ana.get("me", "Consistent-With", "made-up").expect(400).body())
                .contains("Consistent-With");
    }
}
