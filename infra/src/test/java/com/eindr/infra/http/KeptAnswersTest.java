package com.eindr.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Answers are given again from memory while nothing has changed, and never after something has. */
@EindrTest
class KeptAnswersTest {
    private final ApiClient api;
    private final JdbcTemplate jdbc;
    private final TestClock clock;
    private final ApiClient.Session me;

    @Autowired
    KeptAnswersTest(ApiClient api, JdbcTemplate jdbc, TestClock clock) {
        this.api = api;
        this.jdbc = jdbc;
        this.clock = clock;
        this.me = api.as("keeper-" + UUID.randomUUID());
    }

    @Test
    void an_answer_is_given_again_until_its_person_changes_something() {
        Answer created = create("Call Ana", 0);
        // Kept as soon as the read models have come as far as the person has.
        await().until(() -> {
            rename("Call Bea");
            List<String> before = titles(me.get("reminders"));
            rename("Call Cem");
            return titles(me.get("reminders")).equals(before);
        });

        Answer changed = me.patch(
                        "reminders/" + created.json().path("id").asString(),
                        Map.of("notes", "at noon"),
                        "Content-Type",
                        "application/merge-patch+json")
                .expect(200);

        Answer read = me.get("reminders", "Consistent-With", token(changed)).expect(200);
        assertThat(read.json().path("items").path(0).path("notes").asString()).isEqualTo("at noon");
        assertThat(read.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void whoever_writes_and_reads_with_the_token_sees_every_write() {
        for (int count = 1; count <= 50; count++) {
            Answer created = create("Number " + count, count);
            Answer read = me.get("reminders?limit=100", "Consistent-With", token(created))
                    .expect(200);
            assertThat(titles(read)).hasSize(count);
        }
    }

    @Test
    void each_person_and_each_question_has_its_own_answer() {
        Answer created = create("Mine", 1);
        for (int round = 0; round < 3; round++) {
            assertThat(titles(me.get("reminders", "Consistent-With", token(created))))
                    .containsExactly("Mine");
            assertThat(titles(me.get("reminders?status=CANCELLED"))).isEmpty();
            assertThat(titles(api.as("somebody-else").get("reminders"))).isEmpty();
            me.get("reminders?status=NONE").expect(400);
            api.anonymous().get("reminders").expect(401);
        }
    }

    @Test
    void today_ends_at_midnight() {
        Answer created = create("Tomorrow", 1);
        Answer before = me.get("reminders/today", "Consistent-With", token(created));
        assertThat(before.expect(200).json().path("items")).isEmpty();
        me.get("reminders/today").expect(200);

        clock.advance(Duration.ofDays(1));

        assertThat(me.get("reminders/today").expect(200).json().path("items")).hasSize(1);
    }

    private Answer create(String title, int daysAhead) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(daysAhead);
        return me.post("reminders", Map.of("title", title, "start", day + "T23:59:59", "timeZone", "UTC"))
                .expect(201);
    }

    /** Behind the application's back, so that it shows where an answer comes from. */
    private void rename(String title) {
        jdbc.update("UPDATE reminder SET title = ?", title);
    }

    private static List<String> titles(Answer answer) {
        return answer.expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("title").asString())
                .toList();
    }

    private static String token(Answer answer) {
        return Objects.requireNonNull(answer.header("Consistency-Token"));
    }
}
