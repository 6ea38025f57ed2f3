package com.eindr.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that is wrong is answered with a problem document that names it, and nothing is written. */
@EindrTest
class BadInputTest {
    private static final String GOOD = """
        {"title":"Call Ana","start":"2036-12-01T09:00:00"}\
        """;

    private final ApiClient.Session ana;
    private final ApiClient.Session bea;
    private final ApiClient api;
    private final JdbcTemplate database;
    private long eventsBefore;

    @Autowired
    BadInputTest(ApiClient api, JdbcTemplate database) {
        this.api = api;
        this.ana = api.as("ana");
        this.bea = api.as("bea");
        this.database = database;
    }

    @BeforeEach
    void count() {
        // First contact registers people, which is an event of its own.
        ana.get("me").expect(200);
        bea.get("me").expect(200);
        eventsBefore = events();
    }

    @AfterEach
    void nothing_was_written() {
        assertThat(events()).isEqualTo(eventsBefore);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'title':'t','start':'2036-12-01T09:00','timeZone':'Mars/Olympus'|timeZone|invalid-request",
                "'title':'t','start':'2036-12-01T09:00','recurrence':'FREQ=SOMETIMES'|recurrence|invalid-recurrence",
                "'title':'t','start':'2036-12-01T09:00','recurrence':'FREQ=SECONDLY'|recurrence|recurrence-too-fine",
                "'title':'t','start':'2036-12-01T09:00','recurrence':'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'|recurrence|"
                        + "recurrence-without-occurrence",
                "'title':'t','start':'2036-12-01T09:00','recurrence':'FREQ=DAILY;UNTIL=20361101T000000Z'|recurrence|"
                        + "recurrence-without-occurrence",
                "'title':'t','start':'2036-02-31T09:00'|start|invalid-request",
                "'title':'t','start':'10000-01-01T09:00'|start|invalid-request",
                "'title':'\\u0001\\u0002','start':'2036-12-01T09:00'|title|invalid-request",
                "'title':'t','start':'2036-12-01T09:00','colour':'red'|colour|invalid-request",
                "'title':5,'start':'2036-12-01T09:00'|title|invalid-request",
                "'title':'t','start':'2036-12-01T09:00','timing':3|timing|invalid-request",
                "'start':'2036-12-01T09:00'|title|invalid-request",
            })
    void a_field_that_is_wrong_is_named(String fields, String field, String problem) {
        Answer answer = ana.post("reminders", "{" + fields.replace('\'', '"') + "}");

        assertProblem(answer, 400, problem);
        assertThat(fields(answer)).containsExactly(field);
    }

    @Test
    void a_title_of_201_characters_is_too_long() {
        Answer answer = ana.post("reminders", Map.of("title", "x".repeat(201), "start", "2036-12-01T09:00"));

        assertProblem(answer, 400, "invalid-request");
        assertThat(fields(answer)).containsExactly("title");
    }

    @Test
    void truncated_json_is_no_json() {
        assertProblem(ana.post("reminders", "{\"title\":\"t\",\"sta"), 400, "malformed-json");
        assertProblem(ana.post("reminders", GOOD + "{}"), 400, "invalid-request");
        assertProblem(ana.post("reminders", "[]"), 400, "invalid-request");
        assertProblem(ana.post("reminders", ""), 400, "invalid-request");
    }

    @Test
    void a_body_of_two_mebibytes_is_too_large_however_it_comes() throws Exception {
        String large = "{\"title\":\"t\",\"notes\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}";

        assertProblem(ana.post("reminders", large), 413, "content-too-large");
        assertThat(chunked(large).statusCode()).isEqualTo(413);
    }

    @Test
    void another_users_reminder_is_not_there() {
        String id = bea.post("reminders", GOOD).expect(201).json().path("id").asString();
        eventsBefore = events();

        for (String path : List.of("", "/occurrences", "/history")) {
            assertThat(ana.get("reminders/" + id + path).expect(404).header("Content-Type"))
                    .isEqualTo("application/problem+json");
        }
        for (String action : List.of("complete", "skip")) {
            assertProblem(ana.post("reminders/" + id + "/" + action, "{}"), 404, "reminder-not-found");
        }
        assertProblem(ana.post("reminders/" + id + "/snooze", "{\"for\":\"PT10M\"}"), 404, "reminder-not-found");
        assertProblem(
                ana.post("reminders/" + id + "/move", "{\"start\":\"2036-12-02T09:00\"}"), 404, "reminder-not-found");
        assertProblem(ana.patch("reminders/" + id, "{\"title\":\"mine\"}"), 404, "reminder-not-found");
        assertProblem(ana.delete("reminders/" + id), 404, "reminder-not-found");
        assertProblem(ana.delete("reminders/" + UUID.randomUUID()), 404, "reminder-not-found");
    }

    @Test
    void an_id_is_given_once() {
        String body = "{\"id\":\"" + UUID.randomUUID() + "\",\"title\":\"t\",\"start\":\"2036-12-01T09:00\"}";
        ana.post("reminders", body).expect(201);
        eventsBefore = events();

        Answer answer = ana.post("reminders", body);

        assertProblem(answer, 409, "reminder-exists");
        assertThat(fields(answer)).containsExactly("id");
    }

    @ParameterizedTest
    @CsvSource({
        "reminders?cursor=elsewhere, cursor",
        "notifications?cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, cursor",
        "sync?cursor=1, cursor",
        "reminders?limit=0, limit",
        "reminders?limit=101, limit",
        "reminders?limit=ten, limit",
        "reminders?status=DONE, status",
        "reminders?from=yesterday, from",
        "reminders?from=2036-12-02T00:00:00Z&to=2036-12-01T00:00:00Z, to",
        "reminders/1-1-1-1-1, id",
        "notifications?unread=yes, unread",
    })
    void a_parameter_that_is_wrong_is_named(String path, String parameter) {
        Answer answer = ana.get(path);

        assertProblem(answer, 400, "invalid-request");
        assertThat(fields(answer)).containsExactly(parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "Idempotency-Key, has blanks",
        "If-Match, 3",
        "Consistent-With, 42",
    })
    void a_header_that_is_wrong_is_named(String header, String value) {
        Answer answer = ana.post("reminders", GOOD, header, value);

        assertProblem(answer, 400, "invalid-request");
        assertThat(fields(answer)).containsExactly(header);
    }

    @Test
    void what_http_itself_refuses_is_a_problem_too() {
        assertProblem(ana.get("no/such/path"), 404, "not-found");
        assertProblem(ana.send("PUT", "reminders", "{}"), 405, "method-not-allowed");
        assertProblem(ana.post("reminders", GOOD, "Content-Type", "text/plain"), 415, "unsupported-media-type");
        assertProblem(
                ana.patch("reminders/" + UUID.randomUUID(), "{}", "Content-Type", "application/json"),
                415,
                "unsupported-media-type");
        assertProblem(ana.get("me", "Accept", "text/csv"), 406, "not-acceptable");
        assertProblem(ana.get("me", "Accept", "application/xml"), 406, "not-acceptable");
        assertProblem(ana.post("reminders", "<a/>", "Content-Type", "application/xml"), 415, "unsupported-media-type");
        assertProblem(ana.post("reminders", GOOD, "Content-Type", "application/*"), 415, "unsupported-media-type");
        assertProblem(
                ana.post("reminders", GOOD, "Content-Type", "multipart/form-data"), 415, "unsupported-media-type");
        assertProblem(
                ana.post("reminders", "title=%", "Content-Type", "application/x-www-form-urlencoded"),
                415,
                "unsupported-media-type");
        assertProblem(ana.get("reminders?titleContains=%ff"), 400, "invalid-request");
        assertProblem(api.anonymous().get("reminders"), 401, "unauthorized");
    }

    @Test
    void one_selector_calls_off_reminders_and_no_more() {
        assertProblem(ana.post("reminders/bulk-cancel", "{}"), 400, "invalid-request");
        assertProblem(
                ana.post("reminders/bulk-cancel", "{\"titleContains\":\"x\",\"from\":\"2036-12-01T00:00:00Z\"}"),
                400,
                "invalid-request");
        assertProblem(ana.post("reminders/bulk", "{\"items\":[]}"), 400, "invalid-request");
    }

    private HttpResponse<String> chunked(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.address("/api/v1/reminders"))
                .header("Authorization", "Bearer " + api.token("ana"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static void assertProblem(Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.problem()).as(answer.body()).isEqualTo(problem);
        assertThat(answer.json().path("instance").asString()).isNotEmpty();
    }

    private static List<String> fields(Answer answer) {
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString())
                .toList();
    }

    private long events() {
        Long events = database.queryForObject("SELECT count(*) FROM domain_event_entry", Long.class);
        return events == null ? 0 : events;
    }
}
