package com.eindr.infra.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.eventlog.PostgresEventLog;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.shared.query.Projection;
import com.eindr.shared.web.ReadPositions;
import com.eindr.shared.web.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@EindrTest
class ReplayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PostgresEventLog log;
    private final ReadPositions positions;
    private final List<Projection> projections;
    private final JdbcTemplate database;
    private final TestDatabase outside;
    private final ApiClient api;

    @Autowired
    ReplayTest(
            PostgresEventLog log,
            ReadPositions positions,
            List<Projection> projections,
            JdbcTemplate database,
            TestDatabase outside,
            ApiClient api) {
        this.log = log;
        this.positions = positions;
        this.projections = projections;
        this.database = database;
        this.outside = outside;
        this.api = api;
    }

    @Test
    void a_replay_makes_the_same_tables_again_while_events_go_on() throws Exception {
        Acquaintances.live(api);
        History.append(log, 1_200);
        whatFollowsHasHappened();
        Map<String, String> indexes = indexes();
        for (Projection projection : projections) {
            Thread meanwhile = Thread.ofVirtual().start(() -> History.append(log, 600));
            admin().post("admin/projections/" + projection.name() + "/replay", Map.of())
                    .expect(202);
            JsonNode done = awaitState(projection.name(), "DONE");
            meanwhile.join();
            long until = log.position();
            caughtUp();
            Map<String, String> live = digests(projection, until);
            // A comparison of nothing with nothing says nothing.
            assertThat(live)
                    .as("whether the history has something for every table")
                    .doesNotContainValue("null");

            admin().post("admin/projections/" + projection.name() + "/replay", Map.of())
                    .expect(202);
            awaitState(projection.name(), "DONE");
            assertThat(digests(projection, until)).isEqualTo(live);
            assertThat(done.path("processed").asLong())
                    .isEqualTo(done.path("total").asLong());
            assertThat(done.path("remainingSeconds").asLong()).isZero();
        }
        assertThat(indexes()).isEqualTo(indexes);
        assertThat(schemas()).isZero();
        History.append(log, 400);
        caughtUp();
    }

    @Test
    void a_projection_is_replayed_by_one_at_a_time_and_can_be_watched() throws SQLException {
        History.append(log, 400);
        caughtUp();
        String name = projections.getFirst().name();
        String table = projections.getFirst().tables().getFirst();
        Session admin = admin();
        database.execute("CREATE SCHEMA replay_" + name.replace('-', '_') + " CREATE TABLE left_behind (x int)");
        try (Connection reader = outside.connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("LOCK TABLE " + table + " IN ACCESS SHARE MODE");
            admin.post("admin/projections/" + name + "/replay", Map.of()).expect(202);
            JsonNode watched = awaitState(name, "RUNNING");
            assertThat(watched.path("total").asLong()).isPositive();
            assertThat(admin.post("admin/projections/" + name + "/replay", Map.of())
                            .expect(409)
                            .problem())
                    .isEqualTo("replay-running");
            reader.rollback();
        }
        awaitState(name, "DONE");
        assertThat(schemas()).isZero();
    }

    @Test
    void what_a_killed_node_has_left_is_told_as_interrupted() {
        String name = projections.getFirst().name();
        database.update(
                "INSERT INTO projection_replay VALUES (?, 'RUNNING', 10, 100, NULL, now(), now())"
                        + " ON CONFLICT (projection) DO UPDATE SET state = 'RUNNING'",
                name);
        assertThat(progress(name).path("state").asString()).isEqualTo("INTERRUPTED");
        admin().post("admin/projections/" + name + "/replay", Map.of()).expect(202);
        awaitState(name, "DONE");
    }

    @Test
    void a_replay_is_an_event_that_names_who_ordered_it_whether_or_not_there_is_anything_to_replay() {
        String before = lastAct();
        admin().post("admin/projections/nothing/replay", Map.of()).expect(404);
        assertThat(lastAct()).isNotEqualTo(before).contains("\"projection\":\"nothing\"", "\"by\":\"root\"");
    }

    private String lastAct() {
        return database.queryForList(
                        "SELECT convert_from(payload, 'UTF8') FROM domain_event_entry"
                                + " WHERE payload_type LIKE '%ReplayOrdered' ORDER BY global_index DESC LIMIT 1",
                        String.class)
                .toString();
    }

    @Test
    void the_standing_of_every_projection_is_told_to_admins_only() {
        History.append(log, 400);
        caughtUp();
        JsonNode items = admin().get("admin/projections").expect(200).json().path("items");
        assertThat(items.size()).isEqualTo(projections.size());
        for (JsonNode item : items) {
            assertThat(item.path("lagEvents").asLong()).isZero();
            assertThat(item.path("lagMillis").asLong()).isZero();
            assertThat(item.path("state").asString()).isEqualTo("RUNNING");
            assertThat(item.path("position").asLong())
                    .isEqualTo(item.path("head").asLong());
        }
        api.as("ana").get("admin/projections").expect(403);
        admin().post("admin/projections/unknown/replay", Map.of()).expect(404);
        admin().get("admin/projections/unknown/replay").expect(404);
    }

    private Session admin() {
        return api.as("root", Role.ADMIN);
    }

    private JsonNode progress(String name) {
        return admin().get("admin/projections/" + name + "/replay").expect(200).json();
    }

    private JsonNode awaitState(String name, String state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> progress(name),
                        body -> state.equals(body.path("state").asString()));
    }

    private void caughtUp() {
        assertThat(positions.awaitPosition(log.position(), PATIENCE)).isZero();
        for (String notAwaited : List.of("audit", "searched-texts")) {
            assertThat(positions.awaitPosition(notAwaited, log.position(), PATIENCE))
                    .as(notAwaited)
                    .isZero();
        }
    }

    /** Notifications of what people did, and their pushes, come a moment later. */
    private void whatFollowsHasHappened() {
        AtomicLong before = new AtomicLong(-1);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .during(Duration.ofSeconds(2))
                .until(() -> log.position() == before.getAndSet(log.position()));
        caughtUp();
    }

    /** That somebody orders a replay is an event, too, and auditors find it: they are compared up to a position. */
    private Map<String, String> digests(Projection projection, long until) {
        Map<String, String> digests = new TreeMap<>();
        for (String table : projection.tables()) {
            digests.put(
                    table,
                    String.valueOf(database.queryForObject(
                            "SELECT count(*) || ' ' || md5(string_agg(t::text, '|' ORDER BY t::text)) FROM " + table
                                    + " t" + (projection.name().equals("audit") ? " WHERE position <= " + until : ""),
                            String.class)));
        }
        return digests;
    }

    private Map<String, String> indexes() {
        Map<String, String> indexes = new TreeMap<>();
        database.query("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'", row -> {
            indexes.put(row.getString(1), row.getString(2));
        });
        return indexes;
    }

    private long schemas() {
        Long left = database.queryForObject(
                "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'replay%' OR nspname LIKE 'retired%'",
                Long.class);
        return left == null ? -1 : left;
    }
}
