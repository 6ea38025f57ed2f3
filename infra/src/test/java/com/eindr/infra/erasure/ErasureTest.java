package com.eindr.infra.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.audit.VerifyLog;
import com.eindr.infra.friends.Person;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import com.eindr.shared.query.Projection;
import com.eindr.shared.web.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Somebody leaves, and friends stay. */
@EindrTest
class ErasureTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofDays(7);
    private static final String CERTIFICATE =
            "domain_event_entry WHERE payload_type LIKE '%PersonErased' AND" + " aggregate_identifier";
    private static final String UNDER_WAY =
            "association_value_entry WHERE saga_type LIKE '%.Erasure' AND" + " association_value";

    private final ApiClient api;
    private final TestClock clock;
    private final JdbcTemplate database;
    private final StringRedisTemplate redis;
    private final List<Projection> projections;

    @TempDir
    private Path folder;

    @Autowired
    ErasureTest(
            ApiClient api,
            TestClock clock,
            JdbcTemplate database,
            StringRedisTemplate redis,
            List<Projection> projections) {
        this.api = api;
        this.clock = clock;
        this.database = database;
        this.redis = redis;
        this.projections = projections;
    }

    @Test
    void whoever_thinks_better_of_it_returns_and_nothing_has_happened() {
        Person eve = Person.named("Eve", api);
        String reminder = Leaver.remind(eve, "Stay", "here");
        eve.api().delete("me").expect(202);
        String leavesAt = eve.read("me").path("leavesAt").asString();
        eve.api().delete("me").expect(202);
        assertThat(leavesAt).isNotEmpty();
        assertThat(eve.read("me").path("leavesAt").asString()).isEqualTo(leavesAt);
        assertThat(eve.api().get("me/export").expect(200).body()).contains("Stay", leavesAt.substring(0, 19));
        eve.api().post("me/return", Map.of()).expect(200);
        assertThat(eve.read("me").path("leavesAt").isNull()).isTrue();
        assertThat(eve.api().post("me/return", Map.of()).expect(409).problem()).isEqualTo("not-leaving");

        clock.advance(GRACE.plusDays(1));
        Person fay = Person.named("Fay", api);
        fay.api().delete("me").expect(202);
        clock.advance(GRACE);
        erased(fay);

        assertThat(eve.read("reminders/" + reminder).path("title").asString()).isEqualTo("Stay");
    }

    @Test
    void after_the_grace_nothing_is_left_of_a_person_but_what_friends_have_a_share_in() throws Exception {
        Session root = api.as("root", Role.ADMIN);
        Session rita = api.as("rita", Role.AUDITOR);
        root.get("me").expect(200);
        rita.get("me").expect(200);
        Leaver leaver = Leaver.of(api);
        Person dora = Person.named("Dora", api);
        Person ana = leaver.ana();
        ana.api().delete("me").expect(202);
        clock.advance(GRACE.minusDays(1));
        Leaver.Waiting waiting = leaver.wait(dora);
        theWordsStandWhereTheyShould(leaver);
        Stream<String> live = ana.api().lines("live");
        Thread watched = Thread.ofVirtual().start(() -> live.forEach(line -> {}));

        clock.advance(Duration.ofDays(1).plusMinutes(1));
        await().atMost(PATIENCE).until(() -> ana.api().get("me").status() == 403);
        assertThat(watched.join(PATIENCE)).as("the live stream has ended").isTrue();
        erased(ana);

        nothingIsLeft();
        assertThat(ana.api().get("me").expect(403).problem()).isEqualTo("account-erased");
        assertThat(api.as(ana.id())
                        .post("notes", Map.of("content", "one more"))
                        .expect(403)
                        .problem())
                .isEqualTo("account-erased");
        nothingIsOwedAnAnswer(leaver, waiting, dora);
        friendsHaveTheAmountsAndTheirOwnWords(leaver);

        Map<String, List<String>> before = readModels(leaver);
        projections.forEach(projection -> replay(root, projection));
        assertThat(readModels(leaver)).isEqualTo(before);
        nothingIsLeft();
        friendsHaveTheAmountsAndTheirOwnWords(leaver);
        theLogIsWhatItWas(rita);
        assertThat(dump().parts().get("public.dead_letter_entry")).isEmpty();
    }

    /** Otherwise the search for them afterwards would say nothing. */
    private void theWordsStandWhereTheyShould(Leaver leaver) {
        leaver.ana().read("me");
        leaver.ana().items("notifications");
        leaver.ana().items("reminders/today");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(dump().placesOf("Anastasia"))
                        .contains("public.account", "public.friend_name", "public.notification", "Redis"));
        Dump before = dump();
        assertThat(Leaver.WORDS)
                .filteredOn(word -> !Leaver.ADDRESSES.contains(word))
                .allSatisfy(word -> assertThat(before.placesOf(word)).as(word).isNotEmpty());
        assertThat(Leaver.WORDS)
                .as("a backup of these tables")
                .allSatisfy(word -> assertThat(before.placesOf(word))
                        .doesNotContain(
                                "public.domain_event_entry",
                                "public.snapshot_event_entry",
                                "public.saga_entry",
                                "public.scheduled_tasks"));
    }

    /** Lets time pass until the saga has come to its end. */
    private void erased(Person person) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            clock.advance(Duration.ofMinutes(1));
            return count(CERTIFICATE, person) == 1 && count(UNDER_WAY, person) == 0;
        });
        assertThat(count("person_key WHERE wrapped IS NULL AND person", person)).isOne();
    }

    private void nothingIsLeft() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Dump dump = dump();
            assertThat(Leaver.WORDS)
                    .allSatisfy(word -> assertThat(dump.placesOf(word)).as(word).isEmpty());
        });
    }

    private static void nothingIsOwedAnAnswer(Leaver leaver, Leaver.Waiting waiting, Person dora) {
        Person ben = leaver.ben();
        Person cem = leaver.cem();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ben.items("proposals"))
                        .filteredOn(proposal -> List.of(waiting.proposal(), waiting.hers())
                                .contains(proposal.path("id").asString()))
                        .hasSize(2)
                        .allSatisfy(proposal ->
                                assertThat(proposal.path("status").asString()).isEqualTo("WITHDRAWN")));
        assertThat(dora.requests("incoming")).isEmpty();
        assertThat(ben.friends()).containsExactly(cem.id());
        assertThat(ben.read("ledger/debts/" + waiting.claim()).path("status").asString())
                .isEqualTo("WITHDRAWN");
        assertThat(cem.read("ledger/settlements/" + waiting.payment())
                        .path("status")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(ben.read("ledger/debt-moves/" + waiting.move())
                        .path("status")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(cem.read("ledger/netting-proposals/" + waiting.circle())
                        .path("status")
                        .asString())
                .isEqualTo("WITHDRAWN");
    }

    private static void friendsHaveTheAmountsAndTheirOwnWords(Leaver leaver) throws IOException {
        Person ben = leaver.ben();
        JsonNode lent = ben.read("ledger/debts/" + leaver.lent());
        assertThat(lent.path("amount").asString()).isEqualTo("50.00");
        assertThat(lent.path("note").isNull()).isTrue();
        assertThat(ben.read("ledger/debts/" + leaver.borrowed()).path("note").asString())
                .isEqualTo("Konzertkarten");
        assertThat(ben.read("ledger/balances").path("balances").valueStream())
                .filteredOn(balance -> balance.path("counterparty")
                        .toString()
                        .contains(leaver.ana().id()))
                .singleElement()
                .satisfies(balance -> assertThat(balance.path("net").asString()).isEqualTo("-25.00"));
        assertThat(ben.items("notifications?limit=100").toString())
                .contains("From somebody who has left Eindr.")
                .doesNotContain("Anastasia");
        String receipt = "ledger/settlements/" + leaver.settled() + "/receipt";
        assertThat(ben.read(receipt).path("payee").path("name").asString()).isEqualTo("Former user");
        assertThat(text(ben.api().download(receipt, "Accept", "application/pdf")))
                .contains("Former user");
        assertThat(new String(ben.api().download("ledger/statement", "Accept", "text/csv"), UTF_8))
                .contains("Former user")
                .doesNotContain("Anastasia");
    }

    private static String text(byte[] page) throws IOException {
        try (PDDocument document = Loader.loadPDF(page)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static void replay(Session root, Projection projection) {
        String path = "admin/projections/" + projection.name() + "/replay";
        root.post(path, Map.of()).expect(202);
        await().atMost(PATIENCE)
                .until(() -> root.get(path)
                        .expect(200)
                        .json()
                        .path("state")
                        .asString()
                        .equals("DONE"));
    }

    /** Every row that is about one of the three. */
    private Map<String, List<String>> readModels(Leaver leaver) {
        return projections.stream()
                .flatMap(projection -> projection.tables().stream())
                .collect(toMap(
                        table -> table,
                        table -> Dump.rows(database, "public." + table)
                                .lines()
                                .filter(row -> Stream.of(leaver.ana(), leaver.ben(), leaver.cem())
                                        .anyMatch(person -> row.contains(person.id())))
                                .toList(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private void theLogIsWhatItWas(Session auditor) throws IOException {
        Path checkpoint = Files.writeString(
                folder.resolve("checkpoint"),
                await().atMost(PATIENCE)
                        .until(() -> auditor.get("audit/checkpoint?purpose=erasure"), answer -> answer.status() == 200)
                        .body());
        Path export = Files.write(
                folder.resolve("export"),
                auditor.download("audit/events?purpose=erasure", "Accept", "application/x-ndjson"));
        String exported = Files.readString(export);
        assertThat(Leaver.WORDS).noneMatch(exported::contains);
        VerifyLog.Verdict verdict = VerifyLog.run(export, checkpoint);
        assertThat(verdict.said()).startsWith("OK");
        assertThat(verdict.status()).isZero();
    }

    private Dump dump() {
        return Dump.of(database, redis);
    }

    private long count(String rowsOf, Person person) {
        Long count = database.queryForObject("SELECT count(*) FROM " + rowsOf + " = ?", Long.class, person.id());
        return count == null ? -1 : count;
    }
}
