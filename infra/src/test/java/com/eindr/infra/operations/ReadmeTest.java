package com.eindr.infra.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@EindrTest
@TestPropertySource(
        properties = {
            "eindr.ledger.nudges-after=PT3S",
            "eindr.erasure.grace=PT3S",
            "eindr.erasure.keys-remembered-for=PT2S"
        })
class ReadmeTest {
    private static final Pattern TOUR = Pattern.compile("## A tour(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
    private static final ZoneId BENS_ZONE = ZoneId.of("Asia/Karachi");

    private final ApiClient api;
    private final String run = UUID.randomUUID().toString();

    @TempDir
    Path scratch;

    ReadmeTest(@Autowired ApiClient api) {
        this.api = api;
    }

    @Test
    void the_tour_works_as_it_is_written() throws IOException, InterruptedException {
        String script = scripts().getFirst();
        assertThat(script.lines()).hasSize(5);

        assertThat(said(script))
                .contains("\"title\":\"Call Ana\"")
                .contains("event:occurrence-rang")
                .contains("\"type\":\"OccurrenceRang\"");
    }

    @Test
    void the_tour_with_a_friend_rings_for_the_friend_at_the_friends_time() throws IOException, InterruptedException {
        String said = said(scripts().get(1));

        assertThat(said).contains("\"displayName\":\"Ben\"", "\"status\":\"PROPOSED\"", "event:occurrence-rang");
        assertThat(said.lines().filter(line -> line.startsWith("{")).toList().getLast())
                .contains("\"direction\":\"OUTGOING\"", "\"status\":\"ACTIVE\"", "\"title\":\"Call the doctor\"");
        JsonNode ring = rings("ben").getFirst();
        JsonNode reminder = api.as(named("ben"))
                .get("reminders/" + ring.path("reminderId").asString())
                .expect(200)
                .json();
        assertThat(ring.path("title").asString()).isEqualTo("Call the doctor");
        assertThat(reminder.path("timeZone").asString()).isEqualTo(BENS_ZONE.getId());
        assertThat(reminder.path("createdBy").asString()).isEqualTo(named("ana"));
        assertThat(LocalDateTime.parse(reminder.path("start").asString())
                        .atZone(BENS_ZONE)
                        .toInstant())
                .isEqualTo(Instant.parse(ring.path("dueAt").asString()));
        assertThat(rings("ana")).isEmpty();
    }

    @Test
    void the_tour_with_money_remembers_what_was_owed_yesterday() throws IOException, InterruptedException {
        ana_and_ben_are_friends();
        String begins = scripts().get(1).lines().limit(4).collect(Collectors.joining("\n", "", "\n"));

        List<String> audited = scripts().get(4).lines().toList();
        Stream<String> rewinds =
                Stream.concat(audited.stream().limit(2), audited.stream().skip(audited.size() - 2));

        List<String> said = said(begins + scripts().get(2) + rewinds.collect(Collectors.joining("\n")))
                .lines()
                .toList();

        // What comes before the last id is overwritten: tee begins the file anew. The refusal is tested elsewhere.
        assertThat(said).anySatisfy(line -> assertThat(line).contains("SETTLEMENT_NUDGED"));
        assertThat(said)
                .filteredOn(line -> line.startsWith("{\"balances\""))
                .extracting(line -> line.replaceAll(".*\"net\":\"([^\"]*)\",\"unconfirmed.*", "$1"))
                .containsExactly("3000.00", "5000.00");
        assertThat(said)
                .last()
                .asString()
                .contains("\"aggregateType\":\"PairAccount\"")
                .containsPattern("\"owedToFirst\":-?500000\\b");
    }

    @Test
    void the_tour_with_the_voice_says_three_things_and_sees_them_happen() throws IOException, InterruptedException {
        ana_and_ben_are_friends();
        String begins = scripts().get(1).lines().limit(5).collect(Collectors.joining("\n", "", "\n"));
        String named = "until as $ana GET friends | grep '\"Ben\"'; do sleep 0.2; done\n";

        String said = said(begins + named + scripts().get(3));

        assertThat(said)
                .contains("\"status\":\"DONE\"", "\"reply\":\"Reminder set: drink coffee, ")
                .doesNotContain("REFUSED");
        assertThat(said)
                .contains("Noted: the milk is finished.", "Recorded: Ben owes you 500 Pakistani rupees.")
                .contains(
                        "\"title\":\"drink coffee\"", "\"content\":\"the milk is finished\"", "\"amount\":\"500.00\"");
    }

    @Test
    void the_tour_of_leaving_ends_without_a_word_and_with_a_log_that_verifies()
            throws IOException, InterruptedException {
        ana_and_ben_are_friends();
        String people = scripts().get(1).lines().limit(4).collect(Collectors.joining("\n", "", "\n"));
        String debt = scripts().get(2).lines().limit(2).collect(Collectors.joining("\n", "", "\n"));
        String auditor = scripts().get(4).lines().limit(3).collect(Collectors.joining("\n", "", "\n"));

        String said = said(people + debt + auditor + scripts().get(5));

        assertThat(said).contains("account-erased", "\"note\":null", "\"amount\":\"5000.00\"", "\nOK: ");
        assertThat(scratch.resolve("everything")).content().contains("\"note\": \"Rent\"", "\"kind\":\"end\"");
        assertThat(scratch.resolve("export")).content().doesNotContain("Rent");
    }

    private void ana_and_ben_are_friends() {
        String request = api.as(named("ana"))
                .post("friends/requests", Map.of("userId", named("ben")))
                .expect(201)
                .json()
                .path("id")
                .asString();
        api.as(named("ben"))
                .post("friends/requests/" + request + "/accept", Map.of())
                .expect(200);
    }

    private List<JsonNode> rings(String who) {
        return api.as(named(who))
                .get("notifications")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("kind").asString().equals("REMINDER_DUE"))
                .toList();
    }

    /** People of this test only: another may have put those of the same names on another plan, or made them friends. */
    private String named(String who) {
        return who + "-" + run;
    }

    private List<String> scripts() throws IOException {
        String tour = TOUR.matcher(Repository.text("README.md"))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        return SCRIPT.matcher(tour)
                .results()
                .map((MatchResult found) -> found.group(1))
                .map(script -> script.replace(
                                "localhost:8080",
                                "127.0.0.1:" + api.address("/").getPort())
                        .replace("\"ana\"", "\"" + named("ana") + "\"")
                        .replace("\"ben\"", "\"" + named("ben") + "\"")
                        .replace("friends/ben/", "friends/" + named("ben") + "/")
                        .replace("infra/tools/", Path.of("tools").toAbsolutePath() + "/")
                        .replace("subject=ben", "subject=" + named("ben")))
                .toList();
    }

    private String said(String script) throws IOException, InterruptedException {
        Path output = scratch.resolve("said");
        Process bash = new ProcessBuilder("bash", "-c", script)
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            bash.destroyForcibly();
        }
        return Files.readString(output);
    }
}
