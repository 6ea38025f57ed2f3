package com.eindr.infra.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eindr.infra.EindrApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The application as a process of its own, which can be killed. It listens on a port of its own. */
public final class AppProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Pattern READY = Pattern.compile("Eindr is ready");
    /** Production has no welcome for those who try it out. */
    private static final Pattern STARTED = Pattern.compile("Started EindrApplication in");

    private static final Pattern PORTS = Pattern.compile("Tomcat started on ports? ([0-9]+) \\(http\\)(?:, ([0-9]+))?");

    private final Process process;
    private final Path output;
    private final Pattern ready;

    private AppProcess(Process process, Path output, Pattern ready) {
        this.process = process;
        this.output = output;
        this.ready = ready;
    }

    /**
     * In the embedded mode, with servers of its own in {@code home}; returns at once.
     *
     * @param settings by name; a name in capitals is an environment variable
     */
    public static AppProcess launch(Path home, Map<String, String> settings, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It does not live long enough for the better compiler to pay.
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPathWithoutTests(),
                EindrApplication.class.getName()));
        boolean production = "production".equals(settings.get("SPRING_PROFILES_ACTIVE"));
        if (!production) {
            command.add("--eindr.home=" + home);
            command.add("--eindr.embedded.programs=" + TestServers.programs());
        }
        if (!settings.containsKey("server.port")) {
            command.add("--server.port=0");
        }
        Map<String, String> environment = new HashMap<>(settings);
        environment.keySet().removeIf(name -> !name.equals(name.toUpperCase(Locale.ROOT)));
        settings.forEach((name, value) -> {
            if (!environment.containsKey(name)) {
                command.add("--" + name + "=" + value);
            }
        });
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("eindr", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            AppProcess application = new AppProcess(builder.start(), output, production ? STARTED : READY);
            Runtime.getRuntime().addShutdownHook(new Thread(application::kill));
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A node beside others: it uses the given servers, and shares the folder of its token key with the other nodes. */
    public static AppProcess launch(Path home, TestDatabase database, TestRedis redis, Map<String, String> settings) {
        Map<String, String> all = Stream.concat(
                        settings.entrySet().stream(),
                        Map.of(
                                "spring.datasource.url", database.getJdbcUrl(),
                                "spring.datasource.username", database.getUsername(),
                                "spring.datasource.password", database.getPassword(),
                                "spring.data.redis.url", redis.url())
                                .entrySet()
                                .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return launch(home, all);
    }

    /** Waits until it serves. */
    public AppProcess awaitReady() {
        Awaitility.await()
                .atMost(START)
                .until(() -> !process.isAlive() || ready.matcher(output()).find());
        if (!process.isAlive()) {
            throw new AssertionError("it ended with " + process.exitValue() + ":\n" + output());
        }
        return this;
    }

    public int port() {
        return port(1);
    }

    /** The port for operators, where it has one. */
    public int operatorsPort() {
        return port(2);
    }

    private int port(int which) {
        return PORTS.matcher(output())
                .results()
                .map((MatchResult found) -> Integer.parseInt(found.group(which)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not ready: " + output()));
    }

    /** A client of this process. */
    public ApiClient api() {
        return new ApiClient(this::port);
    }

    /** Everything it has printed. */
    public String output() {
        try {
            return Files.readString(output, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code kill -9} does: no shutdown hook runs. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** What Ctrl-C does. */
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    /** Waits for its end, and tells its exit code. */
    public int awaitExit() {
        try {
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPathWithoutTests() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
