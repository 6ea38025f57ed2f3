package com.eindr.infra.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.web.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;

/** Whoever does what {@code docs/analytics.md} says gets what it says. */
@EindrTest
class AnalyticsTest {
    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final Path DOCUMENT =
            Path.of("").toAbsolutePath().getParent().resolve("docs/analytics.md");

    private final ApiClient api;

    @Autowired
    AnalyticsTest(ApiClient api) {
        this.api = api;
    }

    @Test
    void a_month_is_loaded_into_duckdb_and_drawn(@TempDir Path folder) throws Exception {
        api.as("ana").post("/dev/seed?month=true", "").expect(200);
        api.as("ana").post("/dev/seed?month=true", "").expect(200);
        Path events = folder.resolve("events.ndjson");
        Files.writeString(events, new Reading(api.as("dora", Role.ANALYST)).lines(""));
        Path picture = folder.resolve("lent.svg");

        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            for (String sql : statements()) {
                statement.execute(
                        sql.replace("'events.ndjson'", "'" + events + "'").replace("'lent.svg'", "'" + picture + "'"));
            }
            assertThat(number(statement, "SELECT count(*) FROM events WHERE type = 'DebtRecorded'"))
                    .isEqualTo(30);
            assertThat(number(statement, "SELECT count(*) FROM events WHERE time IS NULL OR position IS NULL"))
                    .isZero();
            long days = number(statement, "SELECT count(*) FROM lent WHERE cents > 0");
            Document drawn =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
            assertThat(days).isBetween(20L, 30L);
            assertThat(drawn.getElementsByTagName("rect").getLength()).isEqualTo((int) days);
        }
    }

    private static List<String> statements() throws IOException {
        return SQL.matcher(Files.readString(DOCUMENT))
                .results()
                .flatMap(block -> Pattern.compile(";\\s*\n").splitAsStream(block.group(1)))
                .filter(sql -> !sql.isBlank())
                .toList();
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getLong(1);
        }
    }
}
