package com.eindr.infra.friends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Reminding a friend, from the request to the ring. */
@EindrTest
class ProposalsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SOMETIME = "2030-01-07T09:00:00";

    private final ApiClient api;
    private final TestClock clock;
    private Person ana;
    private Person ben;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    ProposalsTest(ApiClient api, TestClock clock) {
        this.api = api;
        this.clock = clock;
    }

    @BeforeEach
    void two_friends() {
        ana = Person.named("Ana", api);
        ben = Person.named("Ben", api);
        ana.befriend(ben);
    }

    @Test
    void a_reminder_that_is_accepted_rings_for_the_recipient_in_their_zone() {
        ben.api().patch("me", Map.of("timeZone", "Asia/Karachi")).expect(200);
        Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));
        String there = LocalDateTime.ofInstant(due, ZoneId.of("Asia/Karachi")).truncatedTo(ChronoUnit.SECONDS) + "";
        Answer answer = ana.remind(ben, "Call the doctor", there.length() == 16 ? there + ":00" : there)
                .expect(201);
        assertThat(answer.json().path("status").asString()).isEqualTo("PROPOSED");
        String id = answer.json().path("id").asString();
        assertThat(answer.header("Location")).isEqualTo("/api/v1/proposals/" + id);
        assertThat(ben.items("reminders")).isEmpty();
        JsonNode proposal = ben.items("proposals?direction=incoming").getFirst();
        assertThat(proposal.path("userId").asString()).isEqualTo(ana.id());
        assertThat(proposal.path("displayName").asString()).isEqualTo("Ana");
        assertThat(proposal.path("reminder").path("title").asString()).isEqualTo("Call the doctor");
        awaitNotice(ben, "PROPOSAL_RECEIVED", id);

        Answer accepted =
                ben.api().post("proposals/" + id + "/accept", Map.of()).expect(200);
        assertThat(accepted.json().path("version").asLong()).isEqualTo(2);
        ben.api().post("proposals/" + id + "/accept", Map.of()).expect(200);

        JsonNode reminder = ben.items("reminders").getFirst();
        assertThat(reminder.path("ownerId").asString()).isEqualTo(ben.id());
        assertThat(reminder.path("createdBy").asString()).isEqualTo(ana.id());
        assertThat(reminder.path("timeZone").asString()).isEqualTo("Asia/Karachi");
        assertThat(reminder.path("nextOccurrence").path("dueAt").asString()).isEqualTo(due.toString());
        assertThat(ana.items("reminders")).isEmpty();
        assertThat(ana.api().get("reminders/" + reminder.path("id").asString()).status())
                .isEqualTo(404);
        assertThat(ben.read("proposals/" + id).path("reminderId")).isEqualTo(reminder.path("id"));
        assertThat(ana.read("proposals/" + id).path("status").asString()).isEqualTo("ACTIVE");
        assertThat(ana.read("proposals/" + id).path("reminderId").isNull()).isTrue();
        awaitNotice(ana, "PROPOSAL_ACCEPTED", id);

        clock.setTo(due);
        await().atMost(PATIENCE)
                .until(() -> ben.items("notifications").stream()
                        .anyMatch(item -> item.path("kind").asString().equals("REMINDER_DUE")
                                && item.path("title").asString().equals("Call the doctor")));
        assertThat(ana.items("notifications"))
                .noneMatch(item -> item.path("kind").asString().equals("REMINDER_DUE"));
    }

    @Test
    void a_friend_who_is_allowed_to_reminds_at_once() {
        ben.permit(ana, "reminders", "ALLOW");
        Answer answer = ana.remind(ben, "Eat", SOMETIME).expect(201);
        assertThat(answer.json().path("status").asString()).isEqualTo("ACTIVE");
        assertThat(ben.items("reminders").getFirst().path("title").asString()).isEqualTo("Eat");
        awaitNotice(ben, "GIVEN_BY_FRIEND", answer.json().path("id").asString());
        assertThat(ben.items("me/consents"))
                .filteredOn(consent -> consent.path("kind").asString().equals("REMINDERS"))
                .singleElement()
                .satisfies(consent -> {
                    assertThat(consent.path("used").asLong()).isEqualTo(1);
                    assertThat(consent.path("lastUsedAt").isNull()).isFalse();
                });
        Answer again = ana.api()
                .post(
                        "friends/" + ben.id() + "/reminders",
                        Map.of("title", "Drink", "start", SOMETIME, "timeZone", "Europe/Berlin"),
                        "Idempotency-Key",
                        "drink");
        Answer repeated = ana.api()
                .post(
                        "friends/" + ben.id() + "/reminders",
                        Map.of("title", "Drink", "start", SOMETIME, "timeZone", "Europe/Berlin"),
                        "Idempotency-Key",
                        "drink");
        assertThat(repeated.body()).isEqualTo(again.body());
        assertThat(ben.items("reminders"))
                .hasSize(2)
                .anySatisfy(reminder ->
                        assertThat(reminder.path("timeZone").asString()).isEqualTo("Europe/Berlin"));
    }

    @Test
    void the_quiet_hours_that_count_are_the_recipients() {
        Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));
        LocalDateTime at = LocalDateTime.ofInstant(due, ZoneOffset.UTC);
        DateTimeFormatter minutes = DateTimeFormatter.ofPattern("HH:mm");
        ben.api()
                .patch(
                        "me/preferences",
                        Map.of(
                                "quietHours",
                                Map.of(
                                        "from", minutes.format(at.minusHours(2)),
                                        "to", minutes.format(at.plusHours(2)))))
                .expect(200);
        ben.read("me");
        ben.permit(ana, "reminders", "ALLOW");
        ana.remind(ben, "Hush", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at))
                .expect(201);
        String reminder = ben.items("reminders").getFirst().path("id").asString();

        clock.setTo(due);

        await().atMost(PATIENCE)
                .until(() -> ben.read("reminders/" + reminder + "/history")
                        .toString()
                        .contains("quiet"));
        assertThat(ben.items("notifications"))
                .anyMatch(item -> item.path("kind").asString().equals("REMINDER_DUE"));
    }

    @Test
    void a_note_is_given_as_a_reminder_is() {
        Map<String, String> note = Map.of("content", "The key is under the mat", "language", "en");
        String id = ana.api()
                .post("friends/" + ben.id() + "/notes", note)
                .expect(201)
                .json()
                .path("id")
                .asString();
        assertThat(ben.read("proposals/" + id).path("note").asString()).isEqualTo("The key is under the mat");
        ben.api().post("proposals/" + id + "/accept", Map.of()).expect(200);
        String noteId = ben.read("proposals/" + id).path("noteId").asString();
        JsonNode written = ben.read("notes/" + noteId);
        assertThat(written.path("content").asString()).isEqualTo("The key is under the mat");
        assertThat(written.path("source").asString()).isEqualTo("FRIEND");
        assertThat(ana.api().get("notes/" + noteId).status()).isEqualTo(404);

        ben.permit(ana, "notes", "ALLOW");
        assertThat(ana.api()
                        .post("friends/" + ben.id() + "/notes", note)
                        .expect(201)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("ACTIVE");
        ana.api().post("friends/" + ben.id() + "/notes", Map.of("content", " ")).expect(400);
    }

    @Test
    void whoever_is_denied_finds_that_nobody_answers() {
        ben.permit(ana, "reminders", "DENY");
        Answer answer = ana.remind(ben, "Pay me", SOMETIME).expect(201);
        assertThat(answer.json().path("status").asString()).isEqualTo("PROPOSED");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        String id = answer.json().path("id").asString();
        assertThat(ben.items("proposals")).isEmpty();
        assertThat(ben.api().get("proposals/" + id).status()).isEqualTo(404);
        assertThat(ben.api().post("proposals/" + id + "/accept", Map.of()).status())
                .isEqualTo(404);
        assertThat(ana.read("proposals/" + id).path("status").asString()).isEqualTo("PROPOSED");
        assertThat(ben.items("me/consents"))
                .allSatisfy(consent -> assertThat(consent.path("used").asLong()).isZero());

        clock.advance(Duration.ofDays(7));
        await().atMost(PATIENCE)
                .until(() ->
                        ana.read("proposals/" + id).path("status").asString().equals("EXPIRED"));
        assertThat(ben.items("proposals")).isEmpty();
        assertThat(ben.items("notifications"))
                .noneMatch(item -> item.path("kind").asString().startsWith("PROPOSAL"));
    }

    @Test
    void a_declined_proposal_says_so_and_a_late_answer_is_refused() {
        String declined = ana.remind(ben, "Run", SOMETIME).json().path("id").asString();
        ben.api().post("proposals/" + declined + "/decline", Map.of()).expect(200);
        ben.api().post("proposals/" + declined + "/decline", Map.of()).expect(200);
        assertThat(ben.api()
                        .post("proposals/" + declined + "/accept", Map.of())
                        .expect(409)
                        .problem())
                .isEqualTo("proposal-settled");
        assertThat(ana.read("proposals/" + declined).path("status").asString()).isEqualTo("DECLINED");
        awaitNotice(ana, "PROPOSAL_DECLINED", declined);

        String late = ana.remind(ben, "Run", SOMETIME).json().path("id").asString();
        clock.advance(Duration.ofDays(8));
        assertThat(ben.api().post("proposals/" + late + "/accept", Map.of()).status())
                .isIn(403, 409);
        awaitNotice(ana, "PROPOSAL_EXPIRED", late);
        assertThat(ben.items("reminders")).isEmpty();
    }

    @Test
    void unfriending_withdraws_what_is_open_and_leaves_what_was_accepted() {
        String kept = ana.remind(ben, "Kept", SOMETIME).json().path("id").asString();
        ben.api().post("proposals/" + kept + "/accept", Map.of()).expect(200);
        String open = ana.remind(ben, "Open", SOMETIME).json().path("id").asString();
        ben.api().put("blocks/" + ana.id(), "").expect(200);

        assertThat(ben.api().post("proposals/" + open + "/accept", Map.of()).status())
                .isEqualTo(409);
        await().atMost(PATIENCE)
                .until(() ->
                        ana.read("proposals/" + open).path("status").asString().equals("WITHDRAWN"));
        assertThat(ben.items("reminders").getFirst().path("title").asString()).isEqualTo("Kept");
        assertThat(ana.remind(ben, "More", SOMETIME).expect(404).problem()).isEqualTo("friend-not-found");
    }

    @Test
    void devices_hear_of_it_live_and_catch_up_with_it() {
        String before = ben.read("sync").path("nextCursor").asString();
        ana.api().delete("friends/" + ben.id()).expect(200);
        String request = ana.ask(ben).json().path("id").asString();
        JsonNode asked = ben.read("sync?cursor=" + before);
        assertThat(asked.path("friendRequests").get(0).path("id").asString()).isEqualTo(request);
        assertThat(asked.path("deleted").toString()).contains("\"friend\"", ana.id());

        ben.answer(request, "accept").expect(200);
        String id = ana.remind(ben, "Run", SOMETIME).json().path("id").asString();
        JsonNode befriended = ben.read("sync?cursor=" + asked.path("nextCursor").asString());
        assertThat(befriended.path("friends").get(0).path("userId").asString()).isEqualTo(ana.id());
        assertThat(befriended.path("proposals").get(0).path("id").asString()).isEqualTo(id);
        assertThat(befriended.path("deleted").toString()).contains("\"friend-request\"", request);

        try (var lines = ben.api().lines("live", "Last-Event-ID", "0")) {
            List<String> read = lines.takeWhile(line -> !line.equals("event:reminder-proposed"))
                    .toList();
            assertThat(read).contains("event:friendship-requested", "event:friendship-accepted");
            assertThat(read).noneMatch(line -> line.contains("\"delivered\""));
        }
    }

    private void awaitNotice(Person person, String kind, String subject) {
        await().atMost(PATIENCE)
                .until(() -> person.items("notifications").stream()
                        .anyMatch(item -> item.path("kind").asString().equals(kind)
                                && item.path("subject").asString("").equals(subject)));
    }
}
