package com.eindr.infra.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.friends.Person;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Questions that name a person, a word or an address are answered alike whether or not there is anything behind it. */
@EindrTest
class QuestionsTellNothingTest {
    private static final String NOBODY = "nobody-at-all";

    private final ApiClient api;
    private Person ana;
    private Person eve;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    QuestionsTellNothingTest(ApiClient api) {
        this.api = api;
    }

    @BeforeEach
    void two_strangers() {
        ana = Person.named("Ana", api);
        eve = Person.named("Eve", api);
    }

    @Test
    void filters_by_a_stranger_find_what_filters_by_nobody_find() {
        Person ben = Person.named("Ben", api);
        ana.befriend(ben);
        ana.remind(ben, "Run", "2036-12-01T09:00:00").expect(201);
        lend(ana, ben);
        assertThat(ana.items("ledger/debts?counterparty=" + ben.id())).isNotEmpty();
        assertThat(ana.items("proposals?direction=outgoing&status=PROPOSED")).isNotEmpty();

        for (String path : List.of(
                "ledger/debts?counterparty=",
                "ledger/settlements?counterparty=",
                "ledger/statement?currency=EUR&counterparty=")) {
            Answer ofAna = eve.api().get(path + ana.id()).expect(200);
            Answer ofNobody = eve.api().get(path + NOBODY).expect(200);
            assertThat(Told.by(ofAna, ana.id())).as(path).isEqualTo(Told.by(ofNobody, NOBODY));
        }
        for (String path : List.of(
                "ledger/debts?status=UNCONFIRMED",
                "ledger/settlements?status=PROPOSED",
                "proposals?direction=outgoing",
                "proposals?direction=incoming&status=PROPOSED",
                "friends/requests?direction=incoming",
                "friends/requests?direction=outgoing")) {
            assertThat(eve.items(path)).as(path).isEmpty();
        }
    }

    @Test
    void cancelling_in_bulk_reaches_only_ones_own() {
        String hers = ReminderScene.set(ana);
        for (Map<String, Object> which : List.<Map<String, Object>>of(
                Map.of("titleContains", "quagga"),
                Map.of("from", "2036-12-01T00:00:00Z", "to", "2036-12-02T00:00:00Z"))) {
            Answer answer = eve.api().post("reminders/bulk-cancel", which).expect(200);
            assertThat(answer.body()).doesNotContain(hers);
        }
        assertThat(ana.read("reminders/" + hers).path("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void a_dry_run_tells_no_more_than_the_write_would() {
        ana.api().put("blocks/" + eve.id(), "").expect(200);
        Person ben = Person.named("Ben", api);
        for (Person stranger : List.of(ana, ben)) {
            assertThat(Told.by(eve.api().post("ledger/debts?dryRun=true", owedBy(stranger.id())), stranger.id()))
                    .isEqualTo(Told.by(
                            eve.api()
                                    .post("ledger/debts?dryRun=true", owedBy(NOBODY))
                                    .expect(404),
                            NOBODY));
            assertThat(Told.by(eve.api().post("ledger/settlements?dryRun=true", paidBy(stranger.id())), stranger.id()))
                    .isEqualTo(Told.by(
                            eve.api()
                                    .post("ledger/settlements?dryRun=true", paidBy(NOBODY))
                                    .expect(404),
                            NOBODY));
        }
        String debt = lend(ana, befriended(ben));
        for (String what : List.of("accept", "dispute", "reverse")) {
            String ofHers = "ledger/debts/" + debt + "/" + what + "?dryRun=true";
            String other = Subject.nothingLike(debt);
            assertThat(Told.by(eve.api().post(ofHers, Map.of()).expect(404), debt))
                    .isEqualTo(Told.by(eve.api().post(ofHers.replace(debt, other), Map.of()), other));
        }
    }

    @Test
    void an_address_is_asked_alike_whether_it_is_nobodys_or_somebodys_who_has_blocked_the_asker() {
        String open = number();
        String blocking = number();
        String hidden = number();
        Person.reachable("Open", null, open, api).prefers("discoverable", true);
        Person blocker = Person.reachable("Blocker", null, blocking, api).prefers("discoverable", true);
        blocker.api().put("blocks/" + eve.id(), "").expect(200);
        Person.reachable("Hidden", null, hidden, api);
        eve.read("me");

        String unknown = number();
        Told ofUnknown = Told.by(askByNumber(unknown), unknown);
        for (String number : List.of(open, blocking, hidden)) {
            assertThat(Told.by(askByNumber(number), number)).isEqualTo(ofUnknown);
        }
        assertThat(eve.items("friends/requests?direction=outgoing"))
                .hasSize(4)
                .allSatisfy(request -> assertThat(request.toString()).doesNotContain("Open", "Blocker", "Hidden"));
        assertThat(blocker.requests("incoming")).isEmpty();
    }

    private Answer askByNumber(String number) {
        return eve.api().post("friends/requests", Map.of("phone", number)).expect(201);
    }

    private Person befriended(Person friend) {
        ana.befriend(friend);
        return friend;
    }

    private static String lend(Person by, Person to) {
        return by.api()
                .post("ledger/debts", owedBy(to.id()))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static Map<String, Object> owedBy(String user) {
        return Map.of(
                "counterparty", Map.of("userId", user), "direction", "OWED_TO_ME", "amount", "5.00", "currency", "EUR");
    }

    private static Map<String, Object> paidBy(String user) {
        return Map.of("counterparty", Map.of("userId", user), "amount", "5.00", "currency", "EUR");
    }

    private static String number() {
        return "+4917" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);
    }
}
