import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Locale;

/** Creating reminders over HTTP, against pgbench inserting the very same row into the same server, turn by turn. */
final class Create implements Measurement {
    private static final int USERS = 64;

    @Override
    public void measure(Settings settings, Application application, Report report) throws Exception {
        application.start();
        Path tokens = Api.tokens(application, settings.scratch(), "creator-", USERS);
        Api.of(application, "creator-0").remind("Call Ana about order 1", LocalDateTime.of(2041, 3, 1, 9, 0));
        Path insert = prepare(settings, application);
        int seconds = settings.pick(5, 15);
        var uri = application.uri("/api/v1/reminders");
        // Both sides warm: the code compiled, which takes the JVM a minute on two busy cores, and the caches filled.
        Load.wrk(settings, "create.lua", uri, tokens, settings.pick(20, 75));
        Load.pgbench(application, "bench", insert, 3);
        var inserts = new Samples();
        var creates = new Samples();
        var p99 = new Samples();
        for (int round = 0; round < settings.pick(2, 4); round++) {
            inserts.add(Load.pgbench(application, "bench", insert, seconds));
            var pressed = Load.wrk(settings, "create.lua", uri, tokens, seconds);
            creates.add(pressed.rate());
            p99.add(pressed.p99());
        }
        report.atLeast(
                "create-reminder over HTTP, durable, against `pgbench` inserting the same row, 16 connections",
                creates.median() / inserts.median(),
                "",
                0.15,
                0.50,
                String.format(
                        Locale.ROOT,
                        "%,.0f/s against %,.0f/s; medians of %d turns of %d s each, with an idempotency key a request",
                        creates.median(),
                        inserts.median(),
                        creates.size(),
                        seconds));
        report.atMost(
                "p99 of that request, 16 connections",
                p99.median(),
                " ms",
                60,
                15,
                "median of the turns; the worst turn had " + Report.number(p99.max()) + " ms");
    }

    /** A database of its own beside the application's, with the same table, and the row that the application writes. */
    private static Path prepare(Settings settings, Application application) throws SQLException, IOException {
        String payload;
        String metadata;
        String type;
        try (Connection connection = application.database();
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS bench");
            statement.execute("CREATE DATABASE bench");
            try (ResultSet row = statement.executeQuery(
                    "SELECT payload_type, encode(payload, 'hex'), encode(meta_data, 'hex') FROM domain_event_entry"
                            + " WHERE payload_type LIKE '%ReminderCreated' ORDER BY global_index DESC LIMIT 1")) {
                row.next();
                type = row.getString(1);
                payload = row.getString(2);
                metadata = row.getString(3);
            }
        }
        String url = "jdbc:postgresql://127.0.0.1:" + application.databasePort() + "/bench";
        try (Connection connection = DriverManager.getConnection(url, "eindr", application.databasePassword());
                var statement = connection.createStatement()) {
            statement.execute(Files.readString(
                    settings.root().resolve("infra/src/main/resources/db/migration/V1__event_log.sql")));
            statement.execute("CREATE SEQUENCE place CACHE 100");
        }
        return Files.writeString(
                settings.scratch().resolve("insert.sql"),
                "INSERT INTO domain_event_entry (global_index, event_identifier, aggregate_identifier, sequence_number,"
                        + " type, payload_type, payload_revision, time_stamp, payload, meta_data) VALUES"
                        + " (nextval('place'), uuidv7(), uuidv7()::text, 0, 'Reminder', '" + type + "', '1', now(),"
                        + " '\\x" + payload + "', '\\x" + metadata + "');\n");
    }
}
