import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What pgbench commits: one event, the very bytes that the application has in its log. */
final class Insert {
    private Insert() {}

    /**
     * A database of its own beside the application's, with the same table, and the row that the application writes.
     *
     * @param event the simple name of an event of which the log has one
     */
    static Path of(Settings settings, Application application, String event) throws SQLException, IOException {
        String payload;
        String metadata;
        String type;
        try (Connection connection = application.database();
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS bench");
            statement.execute("CREATE DATABASE bench");
            try (ResultSet row = statement.executeQuery(
                    "SELECT payload_type, encode(payload, 'hex'), encode(meta_data, 'hex') FROM domain_event_entry"
                            + " WHERE payload_type LIKE '%" + event + "' ORDER BY global_index DESC LIMIT 1")) {
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
                        + " (nextval('place'), uuidv7(), uuidv7()::text, 0, 'Stream', '" + type + "', '1', now(),"
                        + " '\\x" + payload + "', '\\x" + metadata + "');\n");
    }
}
