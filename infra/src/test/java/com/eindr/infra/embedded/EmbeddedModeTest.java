package com.eindr.infra.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.AppProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The application as a process, on servers of its own. */
class EmbeddedModeTest {
    @TempDir(cleanup = CleanupMode.ALWAYS)
    private Path home;

    @AfterEach
    void leave_no_process_behind() {
        EmbeddedServers.stopLeftIn(home);
    }

    @Test
    void a_second_instance_on_the_same_folder_says_so_and_touches_nothing() {
        try (AppProcess first = AppProcess.launch(home, Map.of()).awaitReady()) {
            ApiClient api = first.api();
            try (AppProcess second = AppProcess.launch(home, Map.of())) {
                assertThat(second.awaitExit()).isEqualTo(1);
                assertThat(second.output())
                        .contains("Another Eindr (process ")
                        .contains("is running on the folder " + home)
                        .contains("eindr.home")
                        .doesNotContain("\tat ");
            }
            api.anonymous().get("/actuator/health/readiness").expect(200);
            assertThat(serversOf(home)).hasSize(2);
            first.stop();
        }
        assertThat(serversOf(home)).isEmpty();
    }

    @Test
    void after_kill_9_the_servers_left_behind_are_taken_over_and_nothing_is_lost() {
        String id;
        List<Long> left;
        try (AppProcess first = AppProcess.launch(home, Map.of()).awaitReady()) {
            id = first.api()
                    .as("ana")
                    .post(
                            "reminders",
                            Map.of("title", "Call Ben", "start", "2030-01-01T09:00:00", "timeZone", "Asia/Karachi"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asString();
            first.kill();
            left = serversOf(home);
            assertThat(left).hasSize(2);
        }
        try (AppProcess second = AppProcess.launch(home, Map.of()).awaitReady()) {
            assertThat(serversOf(home)).hasSize(2).doesNotContainAnyElementsOf(left);
            ApiClient.Session ana = second.api().as("ana");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> ana.get("reminders/" + id).expect(200));
        }
        assertThat(serversOf(home)).isEmpty();
    }

    @Test
    void a_busy_port_is_told_with_the_setting_that_changes_it() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                AppProcess application = AppProcess.launch(
                        home,
                        Map.of("server.port", Integer.toString(busy.getLocalPort()), "server.address", "127.0.0.1"))) {
            assertThat(application.awaitExit()).isEqualTo(1);
            assertThat(application.output())
                    .contains("The HTTP port " + busy.getLocalPort() + " is in use")
                    .contains("server.port");
        }
        assertThat(serversOf(home)).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_named() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "not a folder");
        try (AppProcess application = AppProcess.launch(file, Map.of())) {
            assertThat(application.awaitExit()).isEqualTo(1);
            assertThat(application.output())
                    .contains("The folder " + file + " cannot be used")
                    .contains("eindr.home");
        }
    }

    @Test
    void help_and_version_are_printed_without_starting_anything() {
        for (String asked : List.of("--help", "--version")) {
            try (AppProcess application = AppProcess.launch(home, Map.of(), asked)) {
                assertThat(application.awaitExit()).isZero();
                assertThat(application.output()).startsWith("Eindr");
            }
        }
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void production_with_an_embedded_switch_ends_with_one_message() {
        Map<String, String> production =
                Map.of("spring.profiles.active", "production", "eindr.embedded.dev-tokens", "true");
        try (AppProcess application = AppProcess.launch(home, production)) {
            assertThat(application.awaitExit()).isEqualTo(1);
            assertThat(application.output())
                    .contains("embedded mode only")
                    .contains("eindr.embedded.dev-tokens")
                    .doesNotContain("\tat ");
        }
    }

    /** The process ids of the servers that run on a folder. */
    private static List<Long> serversOf(Path home) {
        return ProcessHandle.allProcesses()
                .filter(process -> {
                    String commandLine = process.info().commandLine().orElse("");
                    return commandLine.contains(home.resolve("redis/redis.conf").toString())
                            || commandLine.contains(
                                    home.resolve("postgres/data").toString());
                })
                .map(ProcessHandle::pid)
                .sorted()
                .toList();
    }
}
