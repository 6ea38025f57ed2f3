package com.eindr.infra.friends;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@EindrTest
class FriendsTest {
    private final ApiClient api;
    private Person ana;
    private Person ben;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    FriendsTest(ApiClient api) {
        this.api = api;
    }

    @BeforeEach
    void two_people_who_never_met() {
        ana = Person.named("Ana", api);
        ben = Person.named("Ben", api);
    }

    @Test
    void a_request_that_is_accepted_makes_two_friends() {
        Answer asked = ana.ask(ben);
        String request = asked.json().path("id").asString();
        assertThat(asked.json().path("version").asLong()).isEqualTo(1);
        assertThat(asked.header("ETag")).isEqualTo("\"1\"");
        assertThat(ana.requests("outgoing")).containsExactly(request);
        JsonNode incoming = ben.items("friends/requests?direction=incoming").getFirst();
        assertThat(incoming.path("id").asString()).isEqualTo(request);
        assertThat(incoming.path("displayName").asString()).isEqualTo("Ana");

        ben.answer(request, "accept").expect(200);
        ben.answer(request, "accept").expect(200);

        assertThat(ana.friends()).containsExactly(ben.id());
        assertThat(ben.friends()).containsExactly(ana.id());
        assertThat(ana.items("friends").getFirst().path("displayName").asString())
                .isEqualTo("Ben");
        assertThat(ana.requests("outgoing")).isEmpty();
        assertThat(ben.requests("incoming")).isEmpty();
    }

    @Test
    void two_requests_that_cross_make_two_friends() {
        String one = ana.ask(ben).json().path("id").asString();
        String other = ben.ask(ana).json().path("id").asString();
        assertThat(one).isEqualTo(other);
        assertThat(ana.friends()).containsExactly(ben.id());
        assertThat(ana.api()
                        .post("friends/requests", Map.of("userId", ben.id()))
                        .expect(409)
                        .problem())
                .isEqualTo("friends-already");
    }

    @Test
    void a_declined_request_stays_open_to_the_one_who_asked_and_asks_nobody_again() {
        String request = ana.ask(ben).json().path("id").asString();
        ben.answer(request, "decline").expect(200);
        ben.answer(request, "decline").expect(200);

        assertThat(ana.requests("outgoing")).containsExactly(request);
        assertThat(ana.ask(ben).json().path("version").asLong()).isEqualTo(1);
        ana.answer(request, "withdraw").expect(200);
        ana.ask(ben);
        assertThat(ben.requests("incoming")).isEmpty();

        ben.ask(ana);
        assertThat(ben.friends()).containsExactly(ana.id());
    }

    @Test
    void a_withdrawn_request_is_before_nobody() {
        String request = ana.ask(ben).json().path("id").asString();
        ana.answer(request, "withdraw").expect(200);
        assertThat(ana.requests("outgoing")).isEmpty();
        assertThat(ben.requests("incoming")).isEmpty();
        assertThat(ben.answer(request, "accept").expect(404).problem()).isEqualTo("request-not-found");
        assertThat(ana.answer(request, "withdraw").expect(404).problem()).isEqualTo("request-not-found");
    }

    @Test
    void whoever_is_blocked_is_answered_as_if_nobody_answered() {
        Person stranger = Person.named("Cem", api);
        ben.api().put("blocks/" + ana.id(), "").expect(200);
        assertThat(ben.items("blocks").getFirst().path("userId").asString()).isEqualTo(ana.id());

        Answer asked = ana.ask(ben);
        Answer askedNobody = ana.api()
                .post("friends/requests", Map.of("userId", "nobody-" + UUID.randomUUID()))
                .expect(201);
        Answer askedStranger = ana.ask(stranger);
        assertThat(List.of(asked, askedNobody, askedStranger))
                .allSatisfy(answer ->
                        assertThat(answer.json().path("version").asLong()).isEqualTo(1));
        assertThat(asked.header("ETag")).isEqualTo(askedNobody.header("ETag"));
        assertThat(fields(ana.items("friends/requests").get(2)))
                .isEqualTo(fields(ana.items("friends/requests").get(1)));
        assertThat(ben.requests("incoming")).isEmpty();

        String request = asked.json().path("id").asString();
        assertThat(ana.ask(ben).json().path("version").asLong()).isEqualTo(1);
        assertThat(ana.answer(request, "withdraw")
                        .expect(200)
                        .json()
                        .path("version")
                        .asLong())
                .isEqualTo(2);
    }

    @Test
    void a_blocked_friend_finds_a_stranger() {
        ana.befriend(ben);
        ana.api().put("blocks/" + ben.id(), "").expect(200);
        assertThat(ben.friends()).isEmpty();

        Answer stranger = ben.api().get("friends/nobody").expect(404);
        for (Answer answer : List.of(
                ben.api().get("friends/" + ana.id()),
                ben.api().delete("friends/" + ana.id()),
                ben.api().delete("friends/" + ana.id(), "If-Match", "\"3\""),
                ben.api().delete("friends/nobody"),
                ben.api().put("friends/" + ana.id() + "/permissions", Map.of("notes", "ALLOW")),
                ben.remind(ana, "Call me", "2027-01-01T09:00:00"))) {
            assertThat(withoutInstance(answer.expect(404))).isEqualTo(withoutInstance(stranger));
        }
        assertThat(ben.api().delete("blocks/" + ana.id()).expect(404).problem()).isEqualTo("block-not-found");
        assertThat(ana.api()
                        .post("friends/requests", Map.of("userId", ben.id()))
                        .expect(409)
                        .problem())
                .isEqualTo("blocked-by-you");
        ana.api().delete("blocks/" + ben.id()).expect(200);
        assertThat(ana.api().delete("blocks/" + ben.id()).expect(404).problem()).isEqualTo("block-not-found");
    }

    @Test
    void somebody_who_takes_no_requests_looks_like_somebody_who_does_not_answer() {
        ben.api().patch("me/preferences", Map.of("allowFriendRequests", false)).expect(200);
        assertThat(ben.read("me/preferences").path("allowFriendRequests").asBoolean())
                .isFalse();
        String request = ana.ask(ben).json().path("id").asString();
        assertThat(ana.requests("outgoing")).containsExactly(request);
        assertThat(ben.requests("incoming")).isEmpty();
        assertThat(ben.answer(request, "accept").status()).isEqualTo(404);
    }

    @Test
    void a_request_to_an_address_says_nothing_about_whose_it_is() {
        Answer byMail = ana.api()
                .post("friends/requests", Map.of("email", "ben@example.org"))
                .expect(201);
        Answer again = ana.api()
                .post("friends/requests", Map.of("phone", "+491701234567"))
                .expect(201);
        assertThat(again.json().path("id")).isNotEqualTo(byMail.json().path("id"));
        String id = byMail.json().path("id").asString();
        assertThat(ana.requests("outgoing")).contains(id).hasSize(2);
        assertThat(ana.items("friends/requests").getFirst().path("userId").isNull())
                .isTrue();

        assertThat(ben.answer(id, "withdraw").status()).isEqualTo(404);
        assertThat(ben.answer(id, "accept").status()).isEqualTo(404);
        ana.answer(id, "withdraw").expect(200);
        assertThat(ana.requests("outgoing")).hasSize(1);
        for (Map<String, String> body : List.of(
                Map.of("email", "no address"),
                Map.of("phone", "0170"),
                Map.<String, String>of(),
                Map.of("userId", "x", "email", "ben@example.org"))) {
            ana.api().post("friends/requests", body).expect(400);
        }
    }

    @Test
    void nobody_asks_themselves() {
        assertThat(ana.api()
                        .post("friends/requests", Map.of("userId", ana.id()))
                        .expect(400)
                        .problem())
                .isEqualTo("not-oneself");
        ana.api().put("blocks/" + ana.id(), "").expect(400);
    }

    @Test
    void twenty_requests_are_open_and_no_more_though_all_are_made_at_once() throws InterruptedException {
        List<Thread> askers = IntStream.range(0, 25)
                .mapToObj(number -> Thread.startVirtualThread(() ->
                        ana.api().post("friends/requests", Map.of("userId", "somebody-" + number + ana.id()))))
                .toList();
        for (Thread asker : askers) {
            asker.join();
        }
        List<String> open = ana.requests("outgoing");
        assertThat(open).hasSize(20);
        assertThat(ana.api()
                        .post("friends/requests", Map.of("userId", ben.id()))
                        .expect(409)
                        .problem())
                .isEqualTo("too-many-open-requests");

        ana.answer(open.getFirst(), "withdraw").expect(200);
        ana.ask(ben);
        ben.ask(ana);
        ana.ask(Person.named("Cem", api));
    }

    @Test
    void fifty_requests_are_made_a_day() {
        for (int i = 0; i < 50; i++) {
            ana.answer(ana.ask(ben).json().path("id").asString(), "withdraw").expect(200);
        }
        assertThat(ana.api()
                        .post("friends/requests", Map.of("userId", ben.id()))
                        .expect(429)
                        .problem())
                .isEqualTo("too-many-requests-today");
    }

    @Test
    void permissions_are_set_for_each_kind_and_looked_up_among_the_consents() {
        ana.befriend(ben);
        ana.permit(ben, "reminders", "ALLOW");
        JsonNode friend = ana.read("friends/" + ben.id());
        assertThat(friend.path("permissions").path("reminders").asString()).isEqualTo("ALLOW");
        assertThat(friend.path("permissions").path("notes").asString()).isEqualTo("ASK");
        assertThat(ben.items("friends")
                        .getFirst()
                        .path("permissions")
                        .path("reminders")
                        .asString())
                .isEqualTo("ASK");

        assertThat(ana.items("me/consents")).hasSize(3).anySatisfy(consent -> {
            assertThat(consent.path("userId").asString()).isEqualTo(ben.id());
            assertThat(consent.path("displayName").asString()).isEqualTo("Ben");
            assertThat(consent.path("kind").asString()).isEqualTo("REMINDERS");
            assertThat(consent.path("permission").asString()).isEqualTo("ALLOW");
            assertThat(consent.path("used").asLong()).isZero();
        });
        ana.api()
                .put("friends/" + ben.id() + "/permissions", Map.of("notes", "DENY"), "If-Match", "\"1\"")
                .expect(412);
        ana.api()
                .put("friends/" + ben.id() + "/permissions", "{\"notes\":null}")
                .expect(400);
        ana.api().delete("friends/" + ben.id()).expect(200);
        assertThat(ana.items("me/consents")).isEmpty();
        assertThat(ben.friends()).isEmpty();
    }

    @Test
    void lists_go_on_where_the_last_page_ended() {
        for (int i = 0; i < 5; i++) {
            ana.befriend(Person.named("Friend", api));
        }
        Set<String> walked = new TreeSet<>();
        ana.friends();
        String path = "friends?limit=2";
        for (int page = 0; page < 3; page++) {
            JsonNode answer = ana.api().get(path).expect(200).json();
            answer.path("items").forEach(item -> walked.add(item.path("userId").asString()));
            path = "friends?limit=2&cursor=" + answer.path("nextCursor").asString("");
        }
        assertThat(walked).hasSize(5);
        JsonNode first = ana.api().get("me/consents?limit=10").expect(200).json();
        JsonNode second = ana.api()
                .get("me/consents?limit=10&cursor=" + first.path("nextCursor").asString())
                .expect(200)
                .json();
        assertThat(first.path("items").size() + second.path("items").size()).isEqualTo(15);
    }

    private static Set<String> fields(JsonNode node) {
        return new TreeSet<>(node.propertyNames());
    }

    private static String withoutInstance(Answer answer) {
        return answer.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
