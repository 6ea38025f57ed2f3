package com.eindr.infra.erasure;

import com.eindr.infra.axon.StoredJson;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The keys of people as several nodes on one database have them. */
final class KeyFixture {
    static final String FIRST = "the first master key, which is long enough";
    static final String SECOND = "the second master key, which is long enough";

    final TestDatabase database = TestServers.freshDatabase();

    /** A node that remembers keys for an hour. */
    PersonKeys node() {
        return node(Map.of(1, FIRST));
    }

    PersonKeys node(Map<Integer, String> masters) {
        return new PersonKeys(table(), new MasterKeys(masters), Duration.ofHours(1));
    }

    PersonKeyTable table() {
        return new PersonKeyTable(dataSource());
    }

    DataSource dataSource() {
        return new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    static Serializer serializer(PersonKeys keys) {
        PersonalJson personal = new PersonalJson(new SealedTexts(keys));
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> StoredJson.configure(mapper, personal))
                .build();
    }

    String text(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }
}
