package com.eindr.infra.habits;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient.Session;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.JsonNode;

/** Somebody who does things again and again, and wants to hear of it. */
public final class Regular {
    static final String SUGGESTIONS = "habits/suggestions";

    /** A Monday that is far away: what is done before its time is done as well. */
    static final LocalDateTime MONDAY = LocalDateTime.parse("2036-01-07T09:00");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Session api;

    public Regular(Session api) {
        this.api = api;
        wants(true);
    }

    Regular wants(boolean suggestions) {
        api.patch("me/preferences", Map.of("habitSuggestionsEnabled", suggestions))
                .expect(200);
        return this;
    }

    /** A reminder for once, in UTC; returns its id. */
    String planned(String title, LocalDateTime start) {
        return api.post("reminders", Map.of("title", title, "start", start.toString(), "timeZone", "UTC"))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    String done(String title, LocalDateTime start) {
        String reminder = planned(title, start);
        api.post("reminders/" + reminder + "/complete", Map.of()).expect(200);
        return reminder;
    }

    /** On three Mondays; the ids of the reminders. */
    List<String> doneOnMondays(String title) {
        return List.of(done(title, MONDAY), done(title, MONDAY.plusWeeks(1)), done(title, MONDAY.plusWeeks(2)));
    }

    /** The id of the suggestion that follows from three Mondays. */
    public String suggested(String title) {
        doneOnMondays(title);
        return awaitSuggestion(title).path("id").asString();
    }

    JsonNode awaitSuggestion(String title) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> suggestions("SUGGESTED").stream()
                                .filter(item -> item.path("title").asString().equals(title))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    void awaitNone() {
        Awaitility.await().atMost(PATIENCE).until(() -> suggestions("SUGGESTED").isEmpty());
    }

    /** Those there are; nobody waits for those that may come. */
    List<JsonNode> suggestions(String status) {
        return api.get(SUGGESTIONS + "?status=" + status)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** Waits until everything written so far has been looked at, by its words and by its meaning, and shows. */
    Regular lookedAt(String who, JdbcOperations database) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            awaitShown();
            return Boolean.TRUE.equals(database.queryForObject("""
                SELECT (SELECT min(position) FROM habit_position)
                    >= (SELECT changed_at FROM habit_person WHERE owner_id = ?)\
                """, Boolean.class, who));
        });
        awaitShown();
        return this;
    }

    private void awaitShown() {
        Answer write = api.patch("me", Map.of()).expect(200);
        String token = Objects.requireNonNull(write.header("Consistency-Token"));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> api.get(SUGGESTIONS, "Consistent-With", token).status() == 200);
    }
}
