import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two programs that press the application and the database, run for a bounded time each. */
final class Load {
    static final int CONNECTIONS = 16;

    private static final Pattern RESULT = Pattern.compile(
            "RESULT requests=(\\d+) micros=(\\d+) p50=(\\d+) p99=(\\d+) max=(\\d+) refused=(\\d+) broken=(\\d+)");
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without");

    private Load() {}

    /**
     * What wrk has seen.
     *
     * @param rate answers a second
     * @param p99 of the latency, in milliseconds
     */
    record Pressed(double rate, double p50, double p99, long requests) {}

    /** Sends requests on 16 connections; an answer that is not 2xx makes the measurement void. */
    static Pressed wrk(Settings settings, String script, URI uri, Path tokens, int seconds)
            throws IOException, InterruptedException {
        return wrk(settings, script, uri, tokens, seconds, Map.of());
    }

    /** @param more what the script is told besides, as environment variables */
    static Pressed wrk(Settings settings, String script, URI uri, Path tokens, int seconds, Map<String, String> more)
            throws IOException, InterruptedException {
        Path lua = settings.root().resolve("infra/bench/lua");
        Map<String, String> environment = new HashMap<>(more);
        environment.put("BENCH_LUA", lua.toString());
        environment.put("BENCH_TOKENS", tokens.toString());
        environment.put("BENCH_RUN", Long.toString(System.nanoTime(), 36));
        String said = run(
                seconds + 30,
                environment,
                List.of(
                        "wrk",
                        "--threads=2",
                        "--connections=" + CONNECTIONS,
                        "--duration=" + seconds + "s",
                        "--timeout=10s",
                        "--script=" + lua.resolve(script),
                        uri.toString()));
        Matcher result = RESULT.matcher(said);
        if (!result.find()) {
            throw new IOException("wrk said: " + said);
        }
        if (!result.group(6).equals("0") || !result.group(7).equals("0")) {
            throw new IOException("answers that were refused or never came: " + result.group());
        }
        long requests = Long.parseLong(result.group(1));
        return new Pressed(
                requests * 1e6 / Long.parseLong(result.group(2)),
                Long.parseLong(result.group(3)) / 1e3,
                Long.parseLong(result.group(4)) / 1e3,
                requests);
    }

    /** Commits one statement after the other on 16 connections; answers how many a second. */
    static double pgbench(Application application, String database, Path script, int seconds)
            throws IOException, InterruptedException {
        String said = run(
                seconds + 30,
                Map.of("PGPASSWORD", application.databasePassword()),
                List.of(
                        System.getenv("EINDR_PGBENCH"),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + CONNECTIONS,
                        "--jobs=2",
                        "--time=" + seconds,
                        "--file=" + script,
                        "--host=127.0.0.1",
                        "--port=" + application.databasePort(),
                        "--username=eindr",
                        database));
        Matcher tps = TPS.matcher(said);
        if (!tps.find()) {
            throw new IOException("pgbench said: " + said);
        }
        return Double.parseDouble(tps.group(1));
    }

    private static String run(int longestSeconds, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path said = Files.createTempFile("bench", ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(longestSeconds, TimeUnit.SECONDS)) {
                throw new IOException(command.getFirst() + " did not end in time");
            }
            return Files.readString(said, StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
            Files.delete(said);
        }
    }
}
