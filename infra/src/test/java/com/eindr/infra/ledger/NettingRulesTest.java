package com.eindr.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is no netting, the conventions of the API, and many who decide at once. */
@EindrTest
class NettingRulesTest {
    private static final String PATH = "ledger/netting-proposals";

    private final ApiClient api;
    private final JdbcTemplate database;

    @Autowired
    NettingRulesTest(ApiClient api, JdbcTemplate database) {
        this.api = api;
        this.database = database;
    }

    @Test
    void what_is_no_circle_is_refused() {
        DebtCircle circle = DebtCircle.of(api);
        String ana = circle.ana().id();
        String ben = circle.ben().id();
        for (Object parties : List.of(
                List.of(),
                List.of(ana, ben),
                List.of(ana, ben, ben),
                List.of(ben, circle.cem().id(), "eve"),
                List.of(ana, ben, ""),
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", ana),
                "ana")) {
            assertThat(circle.propose(circle.ana(), "parties", parties).status())
                    .as(parties.toString())
                    .isEqualTo(400);
        }
        for (String amount : List.of("0", "-1", "1e1", "NaN", "0.001")) {
            assertThat(circle.propose(circle.ana(), "amount", amount).status())
                    .as(amount)
                    .isEqualTo(400);
        }
        assertThat(circle.propose(circle.ana(), "currency", "XXX").status()).isEqualTo(400);
        assertThat(circle.propose(circle.ana(), "currency", "JPY").status()).isEqualTo(409);
    }

    @Test
    void conventions_hold() {
        DebtCircle circle = DebtCircle.of(api);
        String id = UUID.randomUUID().toString();
        Map<String, Object> body = circle.body("id", id, "amount", "5.00");
        Answer first = circle.ana()
                .api()
                .post(PATH, body, "Idempotency-Key", "k-" + id)
                .expect(201);
        assertThat(circle.ana()
                        .api()
                        .post(PATH, body, "Idempotency-Key", "k-" + id)
                        .body())
                .isEqualTo(first.body());
        assertThat(circle.ana().api().post(PATH, body).status()).isEqualTo(409);
        assertThat(DebtCircle.answer(circle.ben(), id, "approve", "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
        Answer seen = circle.ben()
                .api()
                .get(PATH + "/" + id, "Consistent-With", String.valueOf(first.header("Consistency-Token")))
                .expect(200);
        assertThat(seen.header("ETag")).isEqualTo("\"1\"");
        assertThat(circle.ben()
                        .api()
                        .get(PATH + "/" + id, "If-None-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        Answer approved = DebtCircle.answer(
                        circle.ben(), id, "approve", "If-Match", "\"1\"", "Idempotency-Key", "a-" + id)
                .expect(200);
        assertThat(DebtCircle.answer(circle.ben(), id, "approve", "If-Match", "\"1\"", "Idempotency-Key", "a-" + id)
                        .body())
                .isEqualTo(approved.body());
        try (var lines = circle.cem().api().lines("live", "Last-Event-ID", "0")) {
            assertThat(lines.filter(line -> line.contains("netting-") || line.contains(id))
                            .limit(3))
                    .anyMatch(line -> line.contains("\"nettingId\":\"" + id + "\""));
        }
    }

    @Test
    void every_write_says_what_would_happen_and_appends_nothing() {
        DebtCircle circle = DebtCircle.of(api);
        String id = circle.proposed();
        long before = events();
        would(circle.ben(), PATH, circle.body(), "PROPOSED", 0);
        would(circle.ben(), PATH + "/" + id + "/approve", Map.of(), "PROPOSED", 0);
        would(circle.ben(), PATH + "/" + id + "/reject", Map.of(), "REJECTED", 0);
        would(circle.ana(), PATH + "/" + id + "/withdraw", Map.of(), "WITHDRAWN", 0);
        assertThat(events()).isEqualTo(before);
        DebtCircle.answer(circle.ben(), id, "approve").expect(200);
        would(circle.cem(), PATH + "/" + id + "/approve", Map.of(), "NETTED", 3);
        assertThat(circle.owes()).containsExactly("50.00", "30.00", "20.00");
    }

    @Test
    void a_plan_that_is_over_keeps_nobody_from_netting() {
        DebtCircle circle = DebtCircle.of(api);
        circle.all().forEach(person -> api.putOn(Plan.EXPIRED, person.id()));
        String id = circle.proposed();
        DebtCircle.answer(circle.ben(), id, "approve").expect(200);
        DebtCircle.answer(circle.cem(), id, "approve").expect(200);
        assertThat(circle.owes()).containsExactly("30.00", "10.00", "0.00");
    }

    @Test
    void of_twenty_simultaneous_last_approvals_and_withdrawals_one_kind_wins() throws InterruptedException {
        DebtCircle circle = DebtCircle.of(api);
        for (int round = 0; round < 4; round++) {
            List<String> before = circle.owes();
            String id = circle.propose(circle.ana(), "amount", "1.00")
                    .expect(201)
                    .json()
                    .path("id")
                    .asString();
            DebtCircle.answer(circle.ben(), id, "approve").expect(200);
            ConcurrentLinkedQueue<Integer> approvals = new ConcurrentLinkedQueue<>();
            ConcurrentLinkedQueue<Integer> withdrawals = new ConcurrentLinkedQueue<>();
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 10; i++) {
                    threads.execute(() -> {
                        awaitStart(start);
                        approvals.add(
                                DebtCircle.answer(circle.cem(), id, "approve").status());
                    });
                    threads.execute(() -> {
                        awaitStart(start);
                        withdrawals.add(
                                DebtCircle.answer(circle.ana(), id, "withdraw").status());
                    });
                }
                start.countDown();
            }
            String status = circle.ana().read(PATH + "/" + id).path("status").asString();
            assertThat(status).isIn("NETTED", "WITHDRAWN");
            assertThat(approvals).hasSize(10).containsOnly(status.equals("NETTED") ? 200 : 409);
            assertThat(withdrawals).hasSize(10).containsOnly(status.equals("NETTED") ? 409 : 200);
            assertThat(posted(id)).isEqualTo(status.equals("NETTED") ? 3 : 0);
            assertThat(circle.owes().equals(before)).isEqualTo(status.equals("WITHDRAWN"));
        }
        assertThat(imbalance()).isZero();
    }

    @Test
    void two_nettings_of_the_same_lines_take_no_more_than_is_owed() throws InterruptedException {
        DebtCircle circle = DebtCircle.of(api);
        List<String> ids = List.of(
                circle.proposed(),
                circle.propose(circle.ana(), "amount", "15.00")
                        .expect(201)
                        .json()
                        .path("id")
                        .asString());
        ids.forEach(id -> DebtCircle.answer(circle.ben(), id, "approve").expect(200));
        CountDownLatch start = new CountDownLatch(1);
        ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ids.forEach(id -> threads.execute(() -> {
                awaitStart(start);
                statuses.add(DebtCircle.answer(circle.cem(), id, "approve").status());
            }));
            start.countDown();
        }
        // Cem's own line is too small for both, so whichever comes second is refused to him.
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(posted(ids.getFirst()) + posted(ids.getLast())).isEqualTo(3);
    }

    private static void awaitStart(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void would(LedgerPerson person, String path, Map<String, Object> body, String status, int entries) {
        Answer answer = person.api().post(path + "?dryRun=true", body).expect(200);
        assertThat(answer.json().path("dryRun").asBoolean()).as(path).isTrue();
        assertThat(answer.json().path("status").asString()).as(path).isEqualTo(status);
        assertThat(answer.json().path("entries")).as(path).hasSize(entries);
    }

    /** Entries in the log that name the netting. */
    private long posted(String id) {
        return count("payload_type LIKE '%EntryPosted' AND convert_from(payload, 'UTF8') LIKE '%" + id + "%'");
    }

    private long events() {
        return count("payload_type LIKE '%ledger.%'");
    }

    private long count(String condition) {
        Long count = database.queryForObject("SELECT count(*) FROM domain_event_entry WHERE " + condition, Long.class);
        return count == null ? -1 : count;
    }

    private long imbalance() {
        Long sum = database.queryForObject("SELECT coalesce(sum(net), 0)::bigint FROM ledger_balance", Long.class);
        return sum == null ? -1 : sum;
    }
}
