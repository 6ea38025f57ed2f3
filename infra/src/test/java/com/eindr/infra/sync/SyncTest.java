package com.eindr.infra.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@EindrTest
class SyncTest {
    private final Session ana;
    private final JdbcTemplate database;

    SyncTest(@Autowired ApiClient api, @Autowired JdbcTemplate database) {
        this.ana = api.as("ana");
        this.database = database;
    }

    @Test
    void whoever_comes_from_where_the_read_models_have_never_been_begins_anew() {
        String token = write("notes", Map.of("content", "Milk"));
        Answer page = ana.get("sync", "Consistent-With", token).expect(200);
        String cursor = page.json().path("nextCursor").asString();
        ana.get("sync?cursor=" + cursor).expect(200);
        List<Map<String, Object>> positions = database.queryForList("SELECT name, position FROM projection_position");

        // As after a backup of last month has been restored.
        database.update("UPDATE projection_position SET position = 0 WHERE name = 'notes'");
        Answer gone = ana.get("sync?cursor=" + cursor).expect(410);
        assertThat(gone.problem()).isEqualTo("changes-not-kept");
        assertThat(gone.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(ana.get("sync").expect(200).json().path("notes").size()).isEqualTo(1);

        positions.forEach(position -> database.update(
                "UPDATE projection_position SET position = ? WHERE name = ?",
                position.get("position"),
                position.get("name")));
        ana.get("sync?cursor=" + cursor).expect(200);
    }

    @Test
    void what_is_gone_is_told_to_a_device_that_took_it_and_asks_from_the_same_place_again() {
        String token = write("reminders", Map.of("title", "Run", "start", "2036-01-07T09:00"));
        String cursor = ana.get("sync?limit=100", "Consistent-With", token)
                .expect(200)
                .json()
                .path("nextCursor")
                .asString();
        String note = ana.post("notes", Map.of("content", "Milk"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String gone = String.valueOf(ana.delete("notes/" + note).expect(200).header("Consistency-Token"));

        assertThat(ana.get("sync?cursor=" + cursor, "Consistent-With", gone)
                        .expect(200)
                        .json()
                        .path("deleted")
                        .toString())
                .contains(note);
    }

    private String write(String path, Map<String, String> body) {
        return String.valueOf(ana.post(path, body).expect(201).header("Consistency-Token"));
    }
}
