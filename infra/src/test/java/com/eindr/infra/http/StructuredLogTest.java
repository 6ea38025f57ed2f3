package com.eindr.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import com.eindr.shared.MessageKeys;
import com.eindr.shared.web.Correlation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One id ties a request to its log lines, to its events, and to what follows from them. */
@EindrTest
class StructuredLogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TITLE = "Call Cem";

    /** Logs a line at the end of every request, on its thread, as any class of ours would. */
    private final Logger logger = (Logger) LoggerFactory.getLogger(DispatcherServlet.class);

    private final Lines lines = new Lines();
    private final Session ana;
    private final TestClock clock;
    private final JdbcTemplate log;
    private final Environment environment;

    StructuredLogTest(
            @Autowired ApiClient api,
            @Autowired TestClock clock,
            @Autowired JdbcTemplate log,
            @Autowired Environment environment) {
        this.ana = api.as("ana");
        this.clock = clock;
        this.log = log;
        this.environment = environment;
    }

    @BeforeEach
    void listen() {
        logger.getLoggerContext().putObject(Environment.class.getName(), environment);
        lines.encoder.setContext(logger.getLoggerContext());
        // The format of the production profile.
        lines.encoder.setFormat("logstash");
        lines.encoder.setCharset(StandardCharsets.UTF_8);
        lines.encoder.start();
        lines.setContext(logger.getLoggerContext());
        lines.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(lines);
    }

    @AfterEach
    void listen_no_more() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void the_callers_own_id_is_in_the_log_the_event_and_what_follows_from_it() {
        String id =
                remind(Correlation.HEADER, "from-the-app-8").json().path("id").asString();

        awaitLine("from-the-app-8");
        assertThat(metaData("aggregate_identifier = ?", id))
                .isNotEmpty()
                .allSatisfy(stored -> assertThat(stored).contains("\"" + MessageKeys.ACTOR + "\":\"ana\""))
                .allSatisfy(stored -> assertThat(stored).contains("from-the-app-8"));

        clock.advance(Duration.ofHours(1));
        assertThat(await().atMost(PATIENCE)
                        .until(
                                () -> metaData(
                                        "payload_type LIKE '%NotificationRaised' AND convert_from(payload, 'UTF8')"
                                                + " LIKE ?",
                                        "%" + id + "%"),
                                raised -> !raised.isEmpty()))
                .allSatisfy(stored ->
                        assertThat(stored).contains("\"" + MessageKeys.CORRELATION + "\":\"from-the-app-8\""));
        assertThat(metaData("payload_type LIKE '%OccurrenceRang' AND aggregate_identifier = ?", id))
                .isNotEmpty()
                .allSatisfy(
                        stored -> assertThat(stored).contains("\"" + MessageKeys.CORRELATION + "\":\"from-the-app-8\""))
                .noneSatisfy(stored -> assertThat(stored).contains("\"" + MessageKeys.ACTOR + "\":\"ana\""));
    }

    @Test
    void a_request_without_an_id_or_with_a_harmful_one_gets_one() {
        for (String[] headers : List.of(new String[0], new String[] {Correlation.HEADER, "a b"})) {
            Answer answer = remind(headers);
            String given = String.valueOf(answer.header(Correlation.HEADER));

            assertThat(given).hasSize(36);
            awaitLine(given);
            assertThat(metaData(
                            "aggregate_identifier = ?", answer.json().path("id").asString()))
                    .isNotEmpty()
                    .allSatisfy(stored ->
                            assertThat(stored).contains("\"" + MessageKeys.CORRELATION + "\":\"" + given + "\""));
        }
    }

    private Answer remind(String... headers) {
        String due = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusMinutes(30)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        return ana.post("reminders", Map.of("title", TITLE, "start", due, "timeZone", "UTC"), headers)
                .expect(201);
    }

    /** The answer may be here before the last line of its request is written. */
    private void awaitLine(String correlation) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lines.written)
                        .filteredOn(line ->
                                line.path(MessageKeys.CORRELATION).asString("").equals(correlation))
                        .isNotEmpty()
                        .anySatisfy(line -> {
                            assertThat(line.path(MessageKeys.ACTOR).asString()).isEqualTo("ana");
                            assertThat(line.path("logger_name").asString())
                                    .isEqualTo(DispatcherServlet.class.getName());
                            assertThat(line.toString()).doesNotContain(TITLE);
                        }));
    }

    private List<String> metaData(String where, String value) {
        return log.queryForList(
                "SELECT convert_from(meta_data, 'UTF8') FROM domain_event_entry WHERE " + where, String.class, value);
    }

    /** What production would print, line by line. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final StructuredLogEncoder encoder = new StructuredLogEncoder();
        private final List<JsonNode> written = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            written.add(JsonMapper.shared().readTree(encoder.encode(event)));
        }
    }
}
