package com.eindr.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.infra.erasure.PersonKeys;
import com.eindr.infra.replay.Acquaintances;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.web.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The states of everything that there is are those that commands see. */
@EindrTest
@TestPropertySource(properties = "eindr.rate-limits.reads-per-minute=0")
class PastStatesTest {
    private static final String WHY = "purpose=complaint+17";

    private final ApiClient api;
    private final ApiClient.Session auditor;
    private final PastStates states;
    private final Configuration axon;
    private final PersonKeys keys;
    private final JdbcTemplate database;

    @Autowired
    PastStatesTest(ApiClient api, PastStates states, Configuration axon, PersonKeys keys, JdbcTemplate database) {
        this.api = api;
        this.auditor = api.as("rita", Role.AUDITOR);
        this.states = states;
        this.axon = axon;
        this.keys = keys;
        this.database = database;
    }

    private record Stream(String id, String type, long events) {}

    /** Whoever adds an aggregate lets it appear in {@link Acquaintances}, or here. */
    @Test
    void every_aggregate_of_every_kind_is_folded_to_what_commands_see_and_can_be_seen_at_each_of_its_versions() {
        api.putOn(Plan.ELITE, "ana");
        Acquaintances.live(api);
        String note = api.as("ana")
                .post("notes", Map.of("content", "Read by an auditor"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        auditor.get("audit/streams/" + note + "/state?" + WHY).expect(200);
        api.as("root", Role.ADMIN)
                .post("admin/projections/nothing/replay", Map.of())
                .expect(404);
        Map<String, AggregateConfiguration<?>> kinds = kinds();

        Map<String, Long> seen = new TreeMap<>();
        for (Stream stream : streams()) {
            AggregateConfiguration<?> kind = kinds.get(stream.type());
            assertThat(kind).as(stream.toString()).isNotNull();
            Map<String, Object> loaded = loaded(kind, stream.id());
            PastStates.PastState folded = states.now(stream.id());
            if (folded.version() == stream.events()) {
                assertThat(folded.state())
                        .as(stream.toString())
                        .isEqualTo(loaded)
                        .isNotEmpty();
            }
            for (long version = 1; version <= stream.events(); version++) {
                assertThat(states.atVersion(stream.id(), version).version()).isEqualTo(version);
            }
            seen.merge(stream.type(), 1L, Long::sum);
        }
        assertThat(seen.keySet()).isEqualTo(kinds.keySet());
    }

    @Test
    void the_words_of_an_erased_person_are_absent_from_every_state_of_theirs_and_nothing_fails() {
        api.putOn(Plan.ELITE, "eve");
        ApiClient.Session eve = api.as("eve");
        eve.patch("me", Map.of("displayName", "Evelyn")).expect(200);
        eve.post("notes", Map.of("content", "Only Evelyn knows")).expect(201);
        eve.post("reminders", Map.of("title", "Call Evelyn back", "start", "2036-01-07T09:00"))
                .expect(201);
        eve.post(
                        "ledger/debts",
                        Map.of(
                                "counterparty", Map.of("contactName", "Evelyns Cousin"),
                                "direction", "OWED_TO_ME",
                                "amount", "10.00",
                                "currency", "EUR",
                                "note", "For Evelyns coat"))
                .expect(201);
        List<String> hers = database.queryForList(
                "SELECT DISTINCT aggregate_identifier FROM domain_event_entry"
                        + " WHERE convert_from(payload, 'UTF8') LIKE '%\"of\":\"eve\"%'",
                String.class);
        assertThat(hers)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(id -> assertThat(state(id).toString()).contains("eve"));
        assertThat(hers.stream().map(id -> state(id).toString()).collect(Collectors.joining()))
                .contains("Evelyn", "Only Evelyn knows", "Call Evelyn back", "Evelyns Cousin", "For Evelyns coat");

        keys.destroy("eve");

        assertThat(hers).allSatisfy(id -> assertThat(state(id).toString()).doesNotContain("Evelyn"));
    }

    private JsonNode state(String id) {
        return auditor.get("audit/streams/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/state?" + WHY)
                .expect(200)
                .json()
                .path("state");
    }

    private List<Stream> streams() {
        return database.query(
                "SELECT aggregate_identifier, min(type), count(*) FROM domain_event_entry GROUP BY 1 ORDER BY 1",
                (row, number) -> new Stream(row.getString(1), row.getString(2), row.getLong(3)));
    }

    private Map<String, AggregateConfiguration<?>> kinds() {
        Map<String, AggregateConfiguration<?>> kinds = new TreeMap<>();
        for (AggregateConfiguration<?> kind : axon.findModules(AggregateConfiguration.class)) {
            kinds.put(kind.aggregateType().getSimpleName(), kind);
        }
        return kinds;
    }

    /** As the repository gives it to a command, from a snapshot where there is one. */
    private Map<String, Object> loaded(AggregateConfiguration<?> kind, String id) {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        try {
            Aggregate<?> aggregate = kind.repository().load(id);
            return aggregate.invoke(states::fields);
        } finally {
            work.rollback();
        }
    }
}
