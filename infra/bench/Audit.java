import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * Searches and exports of a long log, asked of an application of its own that has 256 MiB of heap. The log is filled with
 * copies of one event, which only auditors look for, by a thousand auditors.
 */
final class Audit implements Measurement {
    private static final String EVENTS = "/api/v1/audit/events?purpose=bench";
    private static final String FILTER = "&type=AuditRead&from=2020-01-01T00:00:00Z";
    private static final int AT_ONCE = 50_000;
    private static final long LONGEST_SECONDS = 900;

    @Override
    public void measure(Settings settings, Application other, Report report) throws Exception {
        int events = settings.pick(100_000, 1_000_000);
        try (var application = new Application(settings, settings.scratch().resolve("audited"))) {
            application.start("-Xmx256m");
            var auditor = Api.of(application, "auditor", "auditor");
            Api.expect(auditor.get(EVENTS + "&limit=1", "Accept", "application/json"), 200);
            fill(application, events);
            awaitFound(application);
            Replay.measure(Api.of(application, "keeper", "admin"), "audit", report);
            search(auditor, report, events);
            export(auditor, report);
        }
    }

    /** Copies the first look of the auditor; half of the copies are other auditors' looks. */
    private static void fill(Application application, int events) throws SQLException, IOException {
        try (Connection connection = application.database();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int filled = 0; filled < events; filled += AT_ONCE) {
                statement.execute("UPDATE event_log_head SET position = position + " + AT_ONCE);
                statement.execute("""
                    INSERT INTO domain_event_entry
                    SELECT head.position - %1$d + n, uuidv7(), uuidv7()::text, 0, e.type, e.payload_type,
                        e.payload_revision, e.time_stamp + n * interval '1 microsecond', e.payload,
                        CASE WHEN n %% 2 = 0 THEN e.meta_data ELSE convert_to(replace(
                            convert_from(e.meta_data, 'UTF8'), '"auditor"', '"auditor-' || n %% 1000 || '"'), 'UTF8')
                        END
                    FROM event_log_head head, generate_series(1, %1$d) n,
                        (SELECT * FROM domain_event_entry WHERE payload_type LIKE '%%AuditRead'
                         ORDER BY global_index LIMIT 1) e
                    """.formatted(AT_ONCE));
                connection.commit();
            }
        }
    }

    private static void awaitFound(Application application) throws Exception {
        long began = System.nanoTime();
        try (Connection connection = application.database();
                var statement = connection.createStatement()) {
            while (true) {
                try (ResultSet behind = statement.executeQuery(
                        "SELECT position - (SELECT coalesce(max(position), 0) FROM audit_entry) FROM event_log_head")) {
                    behind.next();
                    if (behind.getLong(1) == 0) {
                        return;
                    }
                    if (seconds(began) > LONGEST_SECONDS) {
                        throw new IOException(behind.getLong(1) + " events are not found yet");
                    }
                }
                Thread.sleep(500);
            }
        }
    }

    private static void search(Api auditor, Report report, int events) throws Exception {
        var times = new Samples();
        for (String filter : List.of(
                "&actor=auditor-7",
                "&actor=auditor",
                "&subject=auditor",
                "&type=AuditRead",
                "&type=NoteWritten",
                "&aggregateId=auditor",
                "&correlationId=nothing",
                "&from=2020-01-01T00:00:00Z",
                "&to=2020-01-01T00:00:00Z",
                "&actor=auditor&type=NoteWritten")) {
            var each = new Samples();
            for (int i = 0; i < 5; i++) {
                var answer = auditor.get(EVENTS + filter, "Accept", "application/json");
                Api.expect(answer, 200);
                each.add(answer.nanos() / 1e6);
                times.add(answer.nanos() / 1e6);
            }
            Bench.say(String.format(Locale.ROOT, "    %s: %.1f ms", filter, each.median()));
        }
        report.atMost(
                "a page of a search of the log, slowest of ten questions",
                times.max(),
                " ms",
                2_000,
                500,
                String.format(Locale.ROOT, "among %,d events; median %s ms", events, Report.number(times.median())));
    }

    private static void export(Api auditor, Report report) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var request = HttpRequest.newBuilder(auditor.application().uri(EVENTS + FILTER))
                .header("Authorization", "Bearer " + auditor.token())
                .header("Accept", "application/x-ndjson")
                .build();
        try (var http = HttpClient.newHttpClient();
                var lines = new BufferedReader(new InputStreamReader(
                        http.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            String first = lines.readLine();
            String last = first;
            long read = 0;
            for (String line = first; line != null; line = lines.readLine()) {
                last = line;
                read += line.startsWith("{\"position\"") ? 1 : 0;
            }
            if (!last.equals("{\"end\":{\"events\":" + read + "}}") || !first.contains("\"events\":" + read + "}")) {
                throw new IOException("the export began with " + first + " and ended with " + last + " after " + read);
            }
            report.atLeast(
                    "export of a filtered log",
                    read / seconds(began),
                    " events/s",
                    2_000,
                    10_000,
                    String.format(
                            Locale.ROOT, "%,d events by type and time, 256 MiB of heap, progress between them", read));
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
