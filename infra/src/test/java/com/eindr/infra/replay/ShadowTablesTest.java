package com.eindr.infra.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestServers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class ShadowTablesTest {
    private final SingleConnectionDataSource impatient;
    private final JdbcTemplate jdbc;

    ShadowTablesTest() {
        TestDatabase fresh = TestServers.freshDatabase();
        impatient = new SingleConnectionDataSource(
                fresh.getJdbcUrl() + "?socketTimeout=1", fresh.getUsername(), fresh.getPassword(), true);
        jdbc = new JdbcTemplate(impatient);
    }

    @AfterEach
    void hang_up() {
        impatient.destroy();
    }

    @Test
    void an_index_may_take_longer_than_any_answer_may() {
        jdbc.execute("CREATE FUNCTION slow(n integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS"
                + " $$ BEGIN PERFORM pg_sleep(1.2); RETURN n; END $$");
        jdbc.execute("CREATE TABLE large (n integer PRIMARY KEY)");
        jdbc.execute("CREATE INDEX large_slow ON large (slow(n))");
        ShadowTables tables = new ShadowTables(jdbc, "large", List.of("large"));
        tables.create();
        jdbc.execute("INSERT INTO replay_large.large VALUES (1)");

        tables.index();

        assertThat(jdbc.queryForList(
                        "SELECT indexname FROM pg_indexes WHERE schemaname = 'replay_large' ORDER BY 1", String.class))
                .containsExactly("large_pkey", "large_slow");
        assertThatThrownBy(() -> jdbc.queryForObject("SELECT slow(1)", Integer.class))
                .as("answers have their limit again")
                .isInstanceOf(DataAccessException.class);
    }
}
