package com.eindr.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The end of a friendship makes nobody owe less, and keeps nobody from paying. Over HTTP. */
@EindrTest
class FormerFriendsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ApiClient api;
    private LedgerPerson ana;
    private LedgerPerson ben;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    FormerFriendsTest(ApiClient api) {
        this.api = api;
    }

    @BeforeEach
    void ben_owes_ana_a_hundred() {
        ana = LedgerPerson.named("Ana", api);
        ben = LedgerPerson.named("Ben", api);
        ana.befriend(ben);
        ana.lent(ben, "100.00", "EUR");
    }

    @Test
    void what_is_owed_is_settled_after_the_end_and_nothing_new_is_owed() {
        ana.api().delete("friends/" + ben.id()).expect(200);
        String id = proposed(ben, ana, "60.00");
        await().atMost(PATIENCE).until(() -> ana.notices(id).contains("SETTLEMENT_PROPOSED"));
        ana.answer("settlements", id, "confirm").expect(200);
        assertThat(ben.balance(ana, "EUR")).isEqualTo("-40.00 0.00 0.00");
        ben.answer("settlements", proposed(ana, ben, "40.00"), "confirm").expect(200);

        assertThat(ben.settle(ana.user(), "1.00", "EUR").status()).isEqualTo(404);
        assertThat(ana.lend(ben.user(), "1.00", "EUR").status()).isEqualTo(404);
    }

    @Test
    void whoever_is_blocked_may_still_pay_and_learns_nothing_and_the_other_is_not_disturbed() {
        LedgerPerson cem = LedgerPerson.named("Cem", api);
        ana.befriend(cem);
        ana.lent(cem, "100.00", "EUR");
        ana.api().delete("friends/" + cem.id()).expect(200);
        ana.api().put("blocks/" + ben.id(), Map.of()).expect(200);
        ana.items("blocks");

        Answer ofBlocked = ben.settle(ana.user(), "60.00", "EUR").expect(201);
        Answer ofOther = cem.settle(ana.user(), "60.00", "EUR").expect(201);
        String blocked = ofBlocked.json().path("id").asString();
        String other = ofOther.json().path("id").asString();
        assertThat(ofBlocked.body().replace(blocked, ""))
                .isEqualTo(ofOther.body().replace(other, ""));
        // Notices are told in the order of the log: once the later is there, the earlier would be.
        await().atMost(PATIENCE).until(() -> ana.notices(other).contains("SETTLEMENT_PROPOSED"));
        assertThat(ana.notices(blocked)).isEmpty();

        ana.answer("settlements", blocked, "confirm").expect(200);
        assertThat(ben.balance(ana, "EUR")).isEqualTo("-40.00 0.00 0.00");
        ben.answer("settlements", proposed(ana, ben, "40.00"), "confirm").expect(200);
        assertThat(ana.balance(ben, "EUR")).isEqualTo("0.00 0.00 0.00");
    }

    private static String proposed(LedgerPerson by, LedgerPerson other, String amount) {
        return by.settle(other.user(), amount, "EUR")
                .expect(201)
                .json()
                .path("id")
                .asString();
    }
}
