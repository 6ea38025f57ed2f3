import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged application in embedded mode, as a process of its own on a folder of its own. */
final class Application implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(180);

    private final Settings settings;
    private final Path home;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Thread lastResort = new Thread(this::endAll);
    private volatile Process process;
    private volatile int port;

    Application(Settings settings, Path home) {
        this.settings = settings;
        this.home = home;
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /**
     * Starts it unless it runs, and returns how long it took from the start of the process until it was ready.
     *
     * @param options of the JVM, besides those that it always has
     */
    Duration start(String... options) throws IOException, InterruptedException {
        if (process != null && process.isAlive()) {
            return Duration.ZERO;
        }
        try (var any = new ServerSocket(0)) {
            port = any.getLocalPort();
        }
        Path jar = onlyJar(settings.scratch().resolve("application"));
        File log = settings.scratch().resolve(home.getFileName() + ".log").toFile();
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString(),
                "--server.port=" + port,
                "--eindr.home=" + home,
                // The limiter works, and never says no: what is measured is the work, not the refusal to do it.
                "--eindr.rate-limits.reads-per-minute=" + Integer.MAX_VALUE,
                "--eindr.rate-limits.writes-per-minute=" + Integer.MAX_VALUE));
        var builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        long began = System.nanoTime();
        process = builder.start();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() - began > LONGEST_START.toNanos()) {
                throw new IOException("the application did not become ready; its last lines:\n" + lastLines(log));
            }
            Thread.sleep(10);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Ends it as an operator would. A JVM that has been told to writes down at its end what it has learnt. */
    void stop() throws InterruptedException, IOException {
        process.destroy();
        if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("the application did not end within " + LONGEST_STOP);
        }
    }

    /** Ends it as a power cut would; the servers it has started are left behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Connection database() throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/eindr", "eindr", databasePassword());
    }

    int databasePort() throws IOException {
        return Integer.parseInt(Files.readAllLines(home.resolve("postgres/data/postmaster.pid"))
                .get(3)
                .strip());
    }

    String databasePassword() throws IOException {
        return Files.readString(home.resolve("postgres/password")).strip();
    }

    private boolean ready() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path onlyJar(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String lastLines(File log) throws IOException {
        List<String> lines = Files.readAllLines(log.toPath());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    @Override
    public void close() throws IOException {
        try {
            if (process != null && process.isAlive()) {
                stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endAll();
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }

    /** Whatever happened, nothing that was started here keeps running: not the application, and not its servers. */
    private void endAll() {
        if (process != null) {
            process.destroyForcibly();
        }
        for (String file : List.of("postgres/data/postmaster.pid", "redis/redis.pid")) {
            try {
                long pid = Long.parseLong(
                        Files.readAllLines(home.resolve(file)).getFirst().strip());
                ProcessHandle.of(pid).filter(this::ours).ifPresent(ProcessHandle::destroy);
            } catch (IOException | NumberFormatException e) {
                // It has ended by itself and taken its file along.
            }
        }
    }

    /** A number alone proves nothing: it may be another process' by now. */
    private boolean ours(ProcessHandle server) {
        try {
            return Files.readString(Path.of("/proc/" + server.pid() + "/cmdline"))
                    .contains(home.toString());
        } catch (IOException e) {
            return false;
        }
    }
}
