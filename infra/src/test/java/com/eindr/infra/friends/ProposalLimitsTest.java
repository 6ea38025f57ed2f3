package com.eindr.infra.friends;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may propose what, how often, and on which plan. */
@EindrTest
class ProposalLimitsTest {
    private static final String SOMETIME = "2030-01-07T09:00:00";

    private final ApiClient api;
    private final TestClock clock;
    private Person ana;
    private Person ben;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    ProposalLimitsTest(ApiClient api, TestClock clock) {
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
    void nobody_answers_for_another() {
        String id = ana.remind(ben, "Run", SOMETIME).json().path("id").asString();
        Person cem = Person.named("Cem", api);
        for (Person other : List.of(ana, cem)) {
            assertThat(other.api()
                            .post("proposals/" + id + "/accept", Map.of())
                            .expect(404)
                            .problem())
                    .isEqualTo("proposal-not-found");
        }
        assertThat(cem.api().get("proposals/" + id).status()).isEqualTo(404);
        assertThat(cem.items("proposals")).isEmpty();
        assertThat(cem.remind(ben, "Run", SOMETIME).expect(404).problem()).isEqualTo("friend-not-found");
    }

    @Test
    void twenty_proposals_reach_a_friend_in_a_day_though_more_are_made_at_once() throws InterruptedException {
        Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
        List<Thread> senders = IntStream.range(0, 26)
                .mapToObj(number -> Thread.startVirtualThread(() -> statuses.merge(
                        ana.remind(ben, "Run " + number, SOMETIME).status(), 1, Integer::sum)))
                .toList();
        for (Thread sender : senders) {
            sender.join();
        }
        assertThat(statuses.get(201)).isEqualTo(20);
        assertThat(statuses.get(429)).isEqualTo(6);
        assertThat(ben.items("proposals?limit=100")).hasSize(20);
        clock.advance(Duration.ofDays(1));
        ana.remind(ben, "Run", SOMETIME).expect(201);
    }

    @Test
    void a_rule_that_cannot_be_used_is_refused_when_it_is_proposed() {
        assertThat(ana.api()
                        .post(
                                "friends/" + ben.id() + "/reminders",
                                Map.of("title", "Run", "start", SOMETIME, "recurrence", "FREQ=SECONDLY"))
                        .expect(400)
                        .problem())
                .isEqualTo("recurrence-too-fine");
        ana.api()
                .post("friends/" + ben.id() + "/reminders", Map.of("title", " "))
                .expect(400);
    }

    @Test
    void an_expired_plan_neither_proposes_nor_accepts_and_a_locked_recipient_is_asked() {
        ben.permit(ana, "reminders", "ALLOW");
        api.putOn(Plan.EXPIRED, ben.id());
        Answer asked = ana.remind(ben, "Run", SOMETIME).expect(201);
        assertThat(asked.json().path("status").asString()).isEqualTo("PROPOSED");
        String id = asked.json().path("id").asString();
        assertThat(ben.api()
                        .post("proposals/" + id + "/accept", Map.of())
                        .expect(403)
                        .json()
                        .has("requiredPlan"))
                .isTrue();
        api.putOn(Plan.STARTER, ben.id());
        ben.api().post("proposals/" + id + "/accept", Map.of()).expect(200);
        api.putOn(Plan.STARTER, ana.id());
        assertThat(ana.remind(ben, "Run", SOMETIME)
                        .expect(403)
                        .json()
                        .path("requiredPlan")
                        .asString())
                .isEqualTo("PRO");
    }
}
