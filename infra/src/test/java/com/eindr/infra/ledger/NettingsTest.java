package com.eindr.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Netting what friends owe each other in a circle, over HTTP, and who learns what of it. */
@EindrTest
class NettingsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PATH = "ledger/netting-proposals";

    private final ApiClient api;
    private final TestClock clock;
    private final JdbcTemplate database;

    @Autowired
    NettingsTest(ApiClient api, TestClock clock, JdbcTemplate database) {
        this.api = api;
        this.clock = clock;
        this.database = database;
    }

    @Test
    void each_owes_less_once_all_have_approved() {
        DebtCircle circle = DebtCircle.of(api);
        Answer proposed = circle.propose(circle.ana()).expect(201);
        String id = proposed.json().path("id").asString();
        assertThat(proposed.json().path("status").asString()).isEqualTo("PROPOSED");
        assertThat(proposed.header("ETag")).isEqualTo("\"1\"");
        assertThat(proposed.header("Location")).isEqualTo("/api/v1/" + PATH + "/" + id);
        awaitNotice(circle.ben(), id, "NETTING_PROPOSED");
        awaitNotice(circle.cem(), id, "NETTING_PROPOSED");

        DebtCircle.answer(circle.cem(), id, "approve").expect(200);
        assertThat(circle.owes()).containsExactly("50.00", "30.00", "20.00");
        assertThat(circle.ana().read(PATH + "/" + id).path("approvedBy").toString())
                .isEqualTo("[\"%s\",\"%s\"]"
                        .formatted(circle.ana().id(), circle.cem().id()));
        DebtCircle.answer(circle.ben(), id, "approve").expect(200);
        DebtCircle.answer(circle.ben(), id, "approve").expect(200);
        assertThat(circle.owes()).containsExactly("30.00", "10.00", "0.00");
        for (LedgerPerson person : circle.all()) {
            awaitNotice(person, id, "CIRCLE_NETTED");
            assertThat(person.read(PATH + "/" + id).path("status").asString()).isEqualTo("NETTED");
            assertThat(person.items("ledger/statement?limit=2"))
                    .allSatisfy(entry -> {
                        assertThat(entry.path("cause").asString()).isEqualTo("NETTING");
                        assertThat(entry.path("nettingId").asString()).isEqualTo(id);
                        assertThat(entry.path("debtId").isNull()).isTrue();
                    })
                    .extracting(entry -> entry.path("amount").asString())
                    .containsExactlyInAnyOrder("20.00", "-20.00");
        }
        assertThat(circle.ana()
                        .read("sync")
                        .path("nettings")
                        .get(0)
                        .path("status")
                        .asString())
                .isEqualTo("NETTED");
        assertThat(imbalance()).isZero();
    }

    @Test
    void everybody_is_shown_their_own_lines_before_and_after_and_they_add_up() {
        DebtCircle circle = DebtCircle.of(api);
        String id = circle.proposed();
        assertThat(effect(circle.ana(), id)).isEqualTo("-50.00 -30.00, 20.00 0.00, -30.00 -30.00");
        assertThat(effect(circle.ben(), id)).isEqualTo("-30.00 -10.00, 50.00 30.00, 20.00 20.00");
        assertThat(effect(circle.cem(), id)).isEqualTo("-20.00 0.00, 30.00 10.00, 10.00 10.00");
        assertThat(circle.ana().api().get(PATH + "/" + id).body()).doesNotContain("\"30.00\"");

        circle.ben().lent(circle.ana(), "1.00", "EUR");
        assertThat(effect(circle.ana(), id)).startsWith("-51.00 -31.00");
        DebtCircle.answer(circle.ben(), id, "approve").expect(200);
        DebtCircle.answer(circle.cem(), id, "approve").expect(200);
        circle.ben().lent(circle.ana(), "7.00", "EUR");
        assertThat(effect(circle.ana(), id)).isEqualTo("-51.00 -31.00, 20.00 0.00, -31.00 -31.00");
        assertThat(circle.ana().items(PATH))
                .singleElement()
                .satisfies(item -> assertThat(item.path("effect").isNull()).isTrue());
    }

    @Test
    void silence_never_approves_and_whoever_is_silent_is_reminded() {
        DebtCircle circle = DebtCircle.of(api);
        String id = circle.proposed();
        DebtCircle.answer(circle.ben(), id, "approve").expect(200);
        clock.advance(Duration.ofDays(3).plusMinutes(1));
        awaitNotice(circle.cem(), id, "NETTING_NUDGED");
        clock.advance(Duration.ofDays(4));
        awaitNotice(circle.ana(), id, "NETTING_EXPIRED");
        awaitNotice(circle.cem(), id, "NETTING_EXPIRED");
        assertThat(circle.ben().notices(id)).doesNotContain("NETTING_NUDGED");
        assertThat(circle.cem().read(PATH + "/" + id).path("status").asString()).isEqualTo("EXPIRED");
        assertThat(circle.cem().read(PATH + "/" + id).path("effect").isNull()).isTrue();
        assertThat(DebtCircle.answer(circle.cem(), id, "approve").status()).isEqualTo(409);
        assertThat(circle.owes()).containsExactly("50.00", "30.00", "20.00");
    }

    @Test
    void anybody_may_say_no_and_the_proposer_may_take_it_back() {
        DebtCircle circle = DebtCircle.of(api);
        String rejected = circle.proposed();
        DebtCircle.answer(circle.ben(), rejected, "approve").expect(200);
        assertThat(DebtCircle.answer(circle.ana(), rejected, "reject").status()).isEqualTo(404);
        DebtCircle.answer(circle.ben(), rejected, "reject").expect(200);
        assertThat(DebtCircle.answer(circle.cem(), rejected, "approve").status())
                .isEqualTo(409);
        awaitNotice(circle.ana(), rejected, "NETTING_REJECTED");
        awaitNotice(circle.cem(), rejected, "NETTING_REJECTED");
        assertThat(circle.cem().read(PATH + "/" + rejected).path("rejectedBy").asString())
                .isEqualTo(circle.ben().id());

        String withdrawn = circle.proposed();
        assertThat(DebtCircle.answer(circle.ben(), withdrawn, "withdraw").status())
                .isEqualTo(404);
        DebtCircle.answer(circle.ana(), withdrawn, "withdraw").expect(200);
        awaitNotice(circle.ben(), withdrawn, "NETTING_WITHDRAWN");
        assertThat(circle.ben().items(PATH))
                .extracting(item -> item.path("id").asString())
                .containsExactly(withdrawn, rejected);
        assertThat(circle.ben().items(PATH + "?status=REJECTED")).hasSize(1);
        JsonNode page = circle.ben().read(PATH + "?limit=1");
        assertThat(circle.ben()
                        .read(PATH + "?limit=1&cursor="
                                + page.path("nextCursor").asString())
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(rejected);
    }

    @Test
    void it_lapses_where_less_is_owed_once_all_have_approved() {
        DebtCircle circle = DebtCircle.of(api);
        String id = circle.proposed();
        DebtCircle.answer(circle.ben(), id, "approve").expect(200);
        circle.ana().lent(circle.ben(), "31.00", "EUR");
        assertThat(DebtCircle.answer(circle.cem(), id, "approve?dryRun=true")
                        .expect(200)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("LAPSED");
        DebtCircle.answer(circle.cem(), id, "approve").expect(200);
        assertThat(circle.cem().read(PATH + "/" + id).path("status").asString()).isEqualTo("LAPSED");
        awaitNotice(circle.ben(), id, "NETTING_LAPSED");
        assertThat(circle.owes()).containsExactly("19.00", "30.00", "20.00");
    }

    @Test
    void nobody_learns_from_a_refusal_what_others_owe_each_other() {
        DebtCircle circle = DebtCircle.of(api);
        Answer mine = circle.propose(circle.ben(), "amount", "30.01").expect(409);
        assertThat(mine.json().path("owed").asString()).isEqualTo("30.00");
        assertThat(mine.json().path("debtor").asString()).isEqualTo(circle.ben().id());
        assertThat(mine.json().path("creditor").asString())
                .isEqualTo(circle.cem().id());
        String id = circle.propose(circle.ben(), "amount", "30.00")
                .expect(201)
                .json()
                .path("id")
                .asString();
        Answer cems = DebtCircle.answer(circle.cem(), id, "approve").expect(409);
        assertThat(cems.json().path("owed").asString()).isEqualTo("20.00");
        assertThat(circle.ben().read(PATH + "/" + id).path("approvedBy")).hasSize(1);
    }

    @Test
    void among_those_who_are_not_all_friends_it_looks_like_silence() {
        DebtCircle circle = DebtCircle.of(api);
        circle.ben().api().put("blocks/" + circle.cem().id(), Map.of()).expect(200);
        Answer tried =
                circle.ana().api().post(PATH + "?dryRun=true", circle.body()).expect(200);
        assertThat(tried.json().path("status").asString()).isEqualTo("PROPOSED");
        String id = circle.proposed();
        for (LedgerPerson other : List.of(circle.ben(), circle.cem())) {
            assertThat(other.api().get(PATH + "/" + id).status()).isEqualTo(404);
            assertThat(other.items(PATH)).isEmpty();
            assertThat(other.read("sync").path("nettings")).isEmpty();
            assertThat(DebtCircle.answer(other, id, "approve").status()).isEqualTo(404);
        }
        assertThat(circle.ana().read(PATH + "/" + id).path("status").asString()).isEqualTo("PROPOSED");
        clock.advance(Duration.ofDays(7).plusMinutes(1));
        awaitNotice(circle.ana(), id, "NETTING_EXPIRED");
        assertThat(circle.ben().notices(id)).isEmpty();
    }

    @Test
    void a_stranger_learns_nothing_and_is_in_no_circle() {
        DebtCircle circle = DebtCircle.of(api);
        LedgerPerson eve = LedgerPerson.named("Eve", api);
        String id = circle.proposed();
        assertThat(eve.api().get(PATH + "/" + id).status()).isEqualTo(404);
        for (String how : List.of("approve", "reject", "withdraw")) {
            assertThat(DebtCircle.answer(eve, id, how).status()).isEqualTo(404);
            assertThat(DebtCircle.answer(eve, UUID.randomUUID().toString(), how).status())
                    .isEqualTo(404);
        }
        assertThat(new DebtCircle(circle.ana(), eve, circle.cem())
                        .propose(circle.ana())
                        .status())
                .isEqualTo(404);
        assertThat(new DebtCircle(eve, circle.ana(), circle.ben()).propose(eve).status())
                .isEqualTo(404);
    }

    private static String effect(LedgerPerson person, String id) {
        JsonNode effect = person.read(PATH + "/" + id).path("effect");
        return "%s %s, %s %s, %s %s"
                .formatted(
                        effect.path("lines").get(0).path("before").asString(),
                        effect.path("lines").get(0).path("after").asString(),
                        effect.path("lines").get(1).path("before").asString(),
                        effect.path("lines").get(1).path("after").asString(),
                        effect.path("netBefore").asString(),
                        effect.path("netAfter").asString());
    }

    private static void awaitNotice(LedgerPerson person, String subject, String kind) {
        await().atMost(PATIENCE).until(() -> person.notices(subject).contains(kind));
    }

    private long imbalance() {
        Long sum = database.queryForObject("SELECT coalesce(sum(net), 0)::bigint FROM ledger_balance", Long.class);
        return sum == null ? -1 : sum;
    }
}
