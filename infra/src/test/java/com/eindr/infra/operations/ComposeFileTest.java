package com.eindr.infra.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeFileTest {
    private static final String FILE = "docker-compose.yml";
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{(\\w+)(:-([^}]*))?}");

    private final Map<String, Object> compose = Repository.yaml(FILE);
    private final Map<String, Object> services = Repository.under(compose, "services");

    @TempDir
    Path scratch;

    ComposeFileTest() throws IOException {}

    @Test
    void docker_compose_of_debian_accepts_the_file() throws IOException, InterruptedException {
        Path said = scratch.resolve("said");
        Process program;
        try {
            program = new ProcessBuilder("docker-compose", "--profile", "axon-server", "--profile", "voice", "config")
                    .directory(Repository.ROOT.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException missing) {
            if ("true".equals(System.getenv("CI"))) {
                fail("docker-compose is missing; .ci/run installs it", missing);
            }
            abort("docker-compose is not installed, so nothing has proved " + FILE);
            return;
        }
        boolean done = program.waitFor(60, TimeUnit.SECONDS);
        program.destroyForcibly();

        assertThat(done).isTrue();
        assertThat(program.exitValue())
                .as(() -> {
                    try {
                        return Files.readString(said, StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .isZero();
        assertThat(said)
                .content()
                .contains("application:", "pgvector/pgvector:pg18", "axon-server:", "whisper:", "coqui:");
    }

    @Test
    void every_neighbour_is_there() {
        assertThat(services)
                .containsOnlyKeys(
                        "application", "postgres", "redis", "axon-server", "whisper", "coqui", "prometheus", "grafana");
        assertThat(Repository.under(services, "postgres")).containsEntry("image", "pgvector/pgvector:pg18");
    }

    @Test
    void axon_server_and_the_voice_start_on_request_only() {
        assertThat(services.keySet())
                .filteredOn(name -> Repository.under(services, name).containsKey("profiles"))
                .containsExactly("axon-server", "whisper", "coqui");
    }

    @Test
    void nothing_listens_beyond_the_loopback_address() {
        for (String name : services.keySet()) {
            assertThat(Repository.words(Repository.under(services, name), "ports"))
                    .as(name)
                    .allMatch(port -> port.startsWith("127.0.0.1:"));
        }
        for (String name : Set.of("postgres", "redis", "axon-server")) {
            assertThat(Repository.under(services, name))
                    .as(name)
                    .doesNotContainKey("ports")
                    .containsEntry("networks", List.of("data"));
        }
        for (String name : Set.of("whisper", "coqui")) {
            assertThat(Repository.under(services, name)).as(name).doesNotContainKey("ports");
        }
        assertThat(Repository.under(compose, "networks", "data")).containsEntry("internal", true);
    }

    @Test
    void every_service_says_when_it_is_well_and_starts_again() throws IOException {
        for (String name : services.keySet()) {
            Map<String, Object> service = Repository.under(services, name);
            assertThat(service).as(name).containsEntry("restart", "unless-stopped");
            if (name.equals("application")) {
                assertThat(Repository.text("infra/docker/Dockerfile")).contains("HEALTHCHECK");
            } else {
                assertThat(service).as(name).containsKey("healthcheck");
            }
        }
    }

    @Test
    void what_must_survive_has_a_volume() {
        assertThat(Repository.under(compose, "volumes"))
                .containsOnlyKeys(
                        "postgres-data",
                        "axon-server-data",
                        "axon-server-events",
                        "whisper-models",
                        "coqui-models",
                        "prometheus-data",
                        "grafana-data");
        assertThat(Repository.words(Repository.under(services, "postgres"), "volumes"))
                .containsExactly("postgres-data:/var/lib/postgresql");
    }

    @Test
    void secrets_come_from_the_environment_and_have_no_default() throws IOException {
        var secret = Pattern.compile("PASSWORD|TOKEN|SECRET|DSN");
        var variables = VARIABLE.matcher(Repository.text(FILE));
        while (variables.find()) {
            if (secret.matcher(variables.group(1)).find()) {
                assertThat(variables.group(3)).as(variables.group(1)).isNullOrEmpty();
            }
        }
    }

    @Test
    void the_example_names_what_the_file_reads() throws IOException {
        Set<String> read = new LinkedHashSet<>();
        var variables = VARIABLE.matcher(Repository.text(FILE));
        while (variables.find()) {
            read.add(variables.group(1));
        }
        // Which image, is for those who build their own.
        read.removeAll(Set.of("EINDR_IMAGE", "AXON_SERVER_IMAGE", "WHISPER_IMAGE", "COQUI_IMAGE"));

        assertThat(Repository.text(".env.example")
                        .lines()
                        .filter(line -> line.matches("\\w+=.*"))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .containsExactlyInAnyOrderElementsOf(read);
    }
}
