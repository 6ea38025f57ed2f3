package com.eindr.infra.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.audit.VerifyLog.Verdict;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.web.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** The log of the running application, proven over HTTP and with the tool. The last test damages it. */
@EindrTest
@TestPropertySource(properties = {"eindr.proof.every=100ms", "eindr.proof.watch-every=200ms"})
@TestMethodOrder(OrderAnnotation.class)
class ProofTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String WHY = "purpose=audit+of+the+year";

    private final ApiClient api;
    private final ApiClient.Session auditor;
    private final JdbcTemplate database;

    @TempDir
    private Path folder;

    @Autowired
    ProofTest(ApiClient api, JdbcTemplate database) {
        this.api = api;
        this.auditor = api.as("rita", Role.AUDITOR);
        this.database = database;
    }

    @Test
    @Order(1)
    void an_auditor_verifies_the_log_offline_and_sees_one_changed_byte_named() throws IOException {
        for (int i = 0; i < 3; i++) {
            api.as("ana")
                    .post("notes", Map.of("content", "The key is under mat " + i))
                    .expect(201);
        }
        long there = last();
        awaitSigned(there);
        String key = auditor.get("audit/keys?" + WHY)
                .expect(200)
                .json()
                .path("keys")
                .path(0)
                .asString();
        Path checkpoint = Files.writeString(
                folder.resolve("checkpoint"),
                auditor.get("audit/checkpoint?" + WHY).expect(200).body());
        String exported = auditor.get("audit/events?" + WHY, "Accept", "application/x-ndjson")
                .expect(200)
                .body();
        Path export = Files.writeString(folder.resolve("export"), exported);

        Verdict verdict = VerifyLog.run(export, checkpoint, "--key", key);
        assertThat(verdict.said()).startsWith("OK: ");
        assertThat(verdict.status()).isZero();

        List<String> notes =
                exported.lines().filter(line -> line.contains("NoteWritten")).toList();
        assertThat(notes).hasSize(3);
        Path copy = Files.writeString(
                folder.resolve("copy"),
                exported.replace(
                        notes.get(1),
                        notes.get(1).replaceFirst("\"actor", "\"aktor").replaceFirst("actor", "aktor")));
        String position = notes.get(1).replaceAll("^\\{\"position\":(\\d+),.*", "$1");
        Verdict found = VerifyLog.run(copy, checkpoint, "--key", key);
        assertThat(found.said())
                .startsWith("TAMPERED: ")
                .contains("altered: at position " + position + " stands NoteWritten");
        assertThat(found.status()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void the_handbook_and_the_tour_say_how_to_check_the_log_and_it_works_as_written() throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();
        String script = Pattern.compile("```bash\n(token=.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(root.resolve("docs/audit.md")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(root.resolve("README.md"))).contains(script);
        Files.createSymbolicLink(folder.resolve("infra"), root.resolve("infra"));
        awaitSigned(last());
        Path output = folder.resolve("said");
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        script.replace(
                                "localhost:8080",
                                "127.0.0.1:" + api.address("/").getPort()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(bash.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(output)).contains("OK: ", "TAMPERED: an event was altered: at position 1 stands ");
    }

    @Test
    @Order(2)
    void every_event_is_proven_to_be_in_the_log_and_the_log_to_have_only_grown() {
        long there = last();
        awaitSigned(there);
        JsonNode included = auditor.get("audit/proofs/inclusion?position=1&" + WHY)
                .expect(200)
                .json();
        long size = included.path("treeSize").asLong();
        assertThat(size).isGreaterThanOrEqualTo(there);
        assertThat(included.path("hashes").size()).isEqualTo(64 - Long.numberOfLeadingZeros(size - 1));
        JsonNode consistent = auditor.get("audit/proofs/consistency?from=1&to=" + size + "&" + WHY)
                .expect(200)
                .json();
        assertThat(consistent.path("toRootHash").asString())
                .isEqualTo(included.path("rootHash").asString());
        assertThat(consistent.path("fromRootHash").asString())
                .isEqualTo(included.path("leafHash").asString());

        auditor.get("audit/proofs/inclusion?position=0&" + WHY).expect(400);
        auditor.get("audit/proofs/inclusion?position=" + Long.MAX_VALUE + "&" + WHY)
                .expect(400);
        auditor.get("audit/proofs/inclusion?position=1&treeSize=-1&" + WHY).expect(400);
        auditor.get("audit/proofs/consistency?from=-1&" + WHY).expect(400);
        auditor.get("audit/checkpoint?treeSize=-1&" + WHY).expect(400);
        assertThat(auditor.get("audit/checkpoint?treeSize=0&" + WHY).expect(200).body())
                .contains("\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    }

    @Test
    @Order(3)
    void who_reads_says_why_and_is_on_record_before_anything_is_shown() {
        long before = last();
        auditor.get("audit/checkpoint").expect(400);
        auditor.get("audit/checkpoint?purpose=%20").expect(400);
        assertThat(last()).isEqualTo(before);

        auditor.get("audit/checkpoint?treeSize=1&purpose=complaint+17").expect(200);
        String payload = database.queryForObject(
                "SELECT convert_from(payload, 'UTF8') FROM domain_event_entry WHERE global_index = ?",
                String.class,
                before + 1);
        assertThat(payload)
                .contains("\"by\":\"rita\"", "\"purpose\":\"complaint 17\"")
                .contains("\"what\":\"/api/v1/audit/checkpoint?treeSize=1\"");
    }

    @Test
    @Order(4)
    void a_log_that_was_changed_behind_the_applications_back_is_announced_and_signed_no_more() {
        awaitSigned(last());
        assertThat(health()).isEqualTo("UP");
        database.execute("ALTER TABLE domain_event_entry DISABLE TRIGGER ALL");
        database.update("UPDATE domain_event_entry SET payload = set_byte(payload, 5, 120) WHERE global_index = 2");

        await().atMost(SOON).untilAsserted(() -> assertThat(health()).isEqualTo("DOWN"));
        assertThat(api.anonymous().get("/actuator/prometheus").expect(200).body())
                .containsPattern("eindr_proof_broken(\\{.*})? 1.0");
        api.anonymous().get("/actuator/health/readiness").expect(200);
        String signed = auditor.get("audit/checkpoint?" + WHY).expect(200).body();
        for (int i = 0; i < 5; i++) {
            assertThat(auditor.get("audit/checkpoint?" + WHY).expect(200).body())
                    .isEqualTo(signed);
        }
    }

    private long last() {
        Long last = database.queryForObject("SELECT max(global_index) FROM domain_event_entry", Long.class);
        return last == null ? 0 : last;
    }

    private void awaitSigned(long position) {
        await().atMost(SOON).until(() -> {
            Long size = database.queryForObject("SELECT max(tree_size) FROM log_checkpoint", Long.class);
            return size != null && size >= position;
        });
    }

    private String health() {
        return api.anonymous().get("/actuator/health").json().path("status").asString();
    }
}
