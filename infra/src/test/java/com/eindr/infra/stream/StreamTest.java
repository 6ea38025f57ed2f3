package com.eindr.infra.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.friends.Person;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.web.Role;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The stream as analysts read it. */
@EindrTest
class StreamTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final ApiClient api;
    private final Reading analyst;

    @Autowired
    StreamTest(ApiClient api) {
        this.api = api;
        this.analyst = reader("analyst");
    }

    private Reading reader(String id) {
        return new Reading(api.as(id, Role.ANALYST));
    }

    @BeforeEach
    void something_has_happened() {
        Person ana = Person.named("Ana", api);
        for (String content : List.of("one", "two", "three")) {
            ana.api().post("notes", Map.of("content", content)).expect(201);
        }
    }

    @Test
    void lines_and_batches_say_the_same_and_end_at_the_end_of_the_log() {
        List<JsonNode> lines = analyst.items("");
        String last = lines.getLast().path("position").asString();

        assertThat(lines.getLast().path("type").asString()).isEqualTo("eindr.caught-up");
        assertThat(lines.stream()
                        .filter(item -> item.has("data"))
                        .map(item -> item.path("id").asString()))
                .containsExactlyElementsOf(Stream.iterate(1, position -> position + 1)
                        .limit(Long.parseLong(last))
                        .map(String::valueOf)
                        .toList());
        assertThat(analyst.batch("").stream().limit(lines.size() - 1)).isEqualTo(lines.subList(0, lines.size() - 1));
    }

    @Test
    void a_stream_is_resumed_behind_any_position_without_loss_or_repetition() {
        List<JsonNode> whole = analyst.events("");
        for (int cut = 0; cut < whole.size(); cut += 1 + whole.size() / 10) {
            List<JsonNode> together = new ArrayList<>(whole.subList(0, cut));
            together.addAll(analyst.events("?after=" + cut));
            assertThat(together).startsWith(whole.toArray(JsonNode[]::new));
        }
        assertThat(serverSent("", "Last-Event-ID", "2").path("id").asString()).isEqualTo("3");
        assertThat(serverSent("?after=4").path("id").asString()).isEqualTo("5");
    }

    /** The first event that is sent. */
    private JsonNode serverSent(String query, String... headers) {
        String[] all = Stream.concat(Stream.of("Accept", "text/event-stream"), Stream.of(headers))
                .toArray(String[]::new);
        try (Stream<String> lines = analyst.session().lines("stream/events" + query, all)) {
            return lines.filter(line -> line.startsWith("data: "))
                    .map(line -> Reading.json(line.substring("data: ".length())))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void server_sent_events_go_on_behind_the_end_of_the_log_and_so_do_lines_that_follow() {
        for (String[] how : List.of(
                new String[] {"?types=NoteDeleted", "text/event-stream"},
                new String[] {"?types=NoteDeleted&follow=true", "application/x-ndjson"})) {
            Person bob = Person.named("Bob", api);
            try (Stream<String> lines = analyst.session().lines("stream/events" + how[0], "Accept", how[1])) {
                Iterator<String> read = lines.iterator();
                passTo(read, "eindr.caught-up");
                String note = bob.api()
                        .post("notes", Map.of("content", "soon gone"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
                bob.api().delete("notes/" + note).expect(200);

                assertThat(passTo(read, "NoteDeleted")).doesNotContain("NoteWritten");
            }
        }
    }

    private static String passTo(Iterator<String> lines, String text) {
        StringBuilder passed = new StringBuilder();
        while (lines.hasNext()) {
            String line = lines.next();
            passed.append(line);
            if (line.contains(text)) {
                return passed.toString();
            }
        }
        throw new AssertionError("the stream ended before " + text);
    }

    @Test
    void only_the_types_that_are_asked_for_are_sent() {
        List<JsonNode> items = analyst.items("?types=NoteWritten,UserRegistered");

        assertThat(items.stream().map(item -> item.path("type").asString()).distinct())
                .containsExactlyInAnyOrder("NoteWritten", "UserRegistered", "eindr.caught-up");
        List<JsonNode> nothing = analyst.items("?types=DebtReversed");
        assertThat(nothing).hasSize(1);
        assertThat(Long.parseLong(nothing.getFirst().path("position").asString()))
                .isGreaterThanOrEqualTo(
                        Long.parseLong(items.getLast().path("position").asString()));
    }

    @Test
    void what_cannot_be_meant_is_refused() {
        for (String query :
                List.of("?after=-1", "?after=x", "?after=999999999", "?types=Nothing", "?types=,", "?key=7")) {
            assertThat(analyst.session().get("stream/events" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(analyst.session()
                        .get("stream/events", "Last-Event-ID", "1e3")
                        .status())
                .isEqualTo(400);
        assertThat(analyst.session().get("stream/events", "Accept", "text/csv").status())
                .isEqualTo(406);
        assertThat(api.as("nobody-special").get("stream/events").status()).isEqualTo(403);
        assertThat(analyst.session().get("stream/schemas/NoteWritten/9").status())
                .isEqualTo(404);
    }

    @Test
    void there_may_be_so_many_streams_at_a_time_and_whoever_leaves_makes_room() {
        ApiClient.Session busy = api.as("busy", Role.ANALYST);
        List<Stream<String>> open = Stream.generate(() -> busy.lines("stream/events", "Accept", "text/event-stream"))
                .limit(8)
                .toList();
        assertThat(busy.get("stream/events").expect(429).header("Retry-After")).isEqualTo("10");
        assertThat(analyst.items("")).isNotEmpty();
        open.forEach(Stream::close);
    }

    @Test
    void pseudonyms_are_a_consumers_own_and_stay_the_same_until_the_key_does_not() {
        Reading other = reader("other");
        Set<String> before = actors(analyst, "");
        assertThat(actors(analyst, "")).containsAll(before);
        assertThat(actors(other, "")).doesNotContainAnyElementsOf(before);

        ApiClient.Session admin = api.as("root", Role.ADMIN);
        int number = rotate(admin, "again-and-again");
        assertThat(rotate(admin, "again-and-again")).isEqualTo(number);

        assertThat(actors(analyst, ""))
                .doesNotContainAnyElementsOf(before)
                .allMatch(pseudonym -> pseudonym.startsWith(number + "-"));
        assertThat(actors(analyst, "?key=" + (number - 1))).containsAll(before);
    }

    private static int rotate(ApiClient.Session admin, String key) {
        return admin.post("admin/stream/keys", "", "Idempotency-Key", key)
                .expect(200)
                .json()
                .path("number")
                .asInt();
    }

    private static Set<String> actors(Reading reader, String query) {
        Set<String> actors = new TreeSet<>();
        reader.events(query).forEach(event -> actors.add(event.path("actor").asString()));
        return actors;
    }

    @Test
    void things_and_people_can_be_joined_by_their_pseudonyms() {
        List<JsonNode> notes = analyst.events("?types=NoteWritten");
        JsonNode last = notes.getLast();
        Set<String> users = new TreeSet<>();
        analyst.events("?types=UserRegistered").forEach(event -> {
            assertThat(event.path("subject")).isEqualTo(event.path("data").path("userId"));
            users.add(event.path("subject").asString());
        });

        assertThat(last.path("subject")).isEqualTo(last.path("data").path("noteId"));
        assertThat(users).contains(last.path("data").path("ownerId").asString());
        assertThat(last.path("actor")).isEqualTo(last.path("data").path("ownerId"));
    }

    @Test
    void every_event_is_what_its_schema_says() {
        Everything.happens(api);
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Set<String> types = new TreeSet<>();
        Map<String, String> schemas = new HashMap<>();
        for (JsonNode event : analyst.events("")) {
            String schema = schemas.computeIfAbsent(
                    event.path("dataschema").asString(),
                    path -> analyst.session().get(path).expect(200).body());
            assertThat(registry.getSchema(schema).validate(event.path("data").toString(), InputFormat.JSON))
                    .as(event.toString())
                    .isEmpty();
            types.add(event.path("type").asString());
        }
        assertThat(types).hasSizeGreaterThan(20);
    }

    @Test
    void nothing_that_anybody_wrote_or_is_called_is_in_the_stream() {
        Set<String> secrets = Everything.happens(api);
        await().atMost(SOON).until(() -> !analyst.events("?types=NoticeRaised").isEmpty());

        String all = analyst.lines("");
        assertThat(analyst.events("?types=DebtRecorded,AddressesVerified,DeviceRegistered,ReminderProposed"))
                .hasSizeGreaterThan(3);
        assertThat(secrets)
                .hasSizeGreaterThan(12)
                .allSatisfy(secret -> assertThat(all).doesNotContainIgnoringCase(secret));
    }

    @Test
    void the_stream_is_described_by_asyncapi() {
        JsonNode document = api.anonymous().get("/v3/asyncapi").expect(200).json();
        assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
        List<String> references = new ArrayList<>();
        document.findValues("$ref").forEach(reference -> references.add(reference.asString()));
        assertThat(references)
                .hasSizeGreaterThan(200)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        Set<String> named =
                new TreeSet<>(document.path("components").path("messages").propertyNames());
        assertThat(named).contains("eindr.checkpoint", "eindr.caught-up");
        analyst.session()
                .get("stream/schemas")
                .expect(200)
                .json()
                .path("items")
                .forEach(schema -> assertThat(named)
                        .contains(schema.path("type").asString() + "."
                                + schema.path("revision").asInt()));
        analyst.events("")
                .forEach(event -> assertThat(document.at("/components/schemas/CloudEvent/properties")
                                .propertyNames())
                        .containsAll(event.propertyNames().stream()
                                .filter(name -> !name.equals("data"))
                                .toList()));
    }
}
