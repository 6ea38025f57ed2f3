package com.eindr.infra.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestServers;
import com.eindr.search.query.NearestTexts.Near;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whoever has pgvector finds what those without it find. {@code mvn -Ppgvector verify} runs it, as root. */
@Tag("pgvector")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NearestByPgvectorTest {
    private static final int ALL = Integer.MAX_VALUE - 1;

    private final PgvectorServer server = new PgvectorServer();
    private final MeaningDatabase with = MeaningDatabase.of(server.create("with_pgvector"));
    private final MeaningDatabase without = MeaningDatabase.of(plain());

    @BeforeAll
    void migrate() {
        migrate("with_pgvector");
        assertThat(with.extension().prepare()).isTrue();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void both_stores_give_the_same_answers_in_the_same_order(long seed) {
        Random random = new Random(seed);
        int span = seed % 2 == 0 ? 1 : 12;
        SomeTexts texts = SomeTexts.random(random, random.nextInt(300), span);
        texts.writeTo(with.jdbc());
        texts.writeTo(without.jdbc());

        for (int i = 0; i < 10; i++) {
            byte[] meaning = SomeTexts.vector(random, span);
            int least = random.nextInt(200) - 100;
            int limit = 1 + random.nextInt(100);
            List<Near> plain = without.arrays().nearest(SomeTexts.ANA, meaning, least, limit);
            assertThat(with.pgvector(ALL).nearest(SomeTexts.ANA, meaning, least, limit))
                    .isEqualTo(plain)
                    .isEqualTo(texts.nearest(SomeTexts.ANA, meaning, least, limit));
            assertThat(with.arrays().nearest(SomeTexts.ANA, meaning, least, limit))
                    .isEqualTo(plain);
        }
    }

    @Test
    void the_index_finds_nearly_all_of_them_and_says_exactly_how_near_they_are() {
        Random random = new Random(11);
        SomeTexts texts = SomeTexts.random(random, 1_500, 12);
        texts.writeTo(with.jdbc());
        with.jdbc().execute("ANALYZE meaning");
        NearestByPgvector byIndex = with.pgvector(0);
        int expected = 0;
        int met = 0;
        for (int i = 0; i < 20; i++) {
            byte[] meaning = SomeTexts.vector(random, 12);
            List<Near> exact = texts.nearest(SomeTexts.ANA, meaning, -10_000_000, 20);
            List<Near> found = byIndex.nearest(SomeTexts.ANA, meaning, -10_000_000, 20);
            Set<Near> common = new HashSet<>(found);
            common.retainAll(exact);
            expected += exact.size();
            met += common.size();
            assertThat(found).isSortedAccordingTo(NearestByArrays.FARTHEST.reversed());
            assertThat(texts.nearest(SomeTexts.ANA, meaning, -10_000_000, 1_500))
                    .containsAll(found);
        }
        assertThat(met * 100 / expected).isGreaterThanOrEqualTo(90);
    }

    @Test
    void where_the_index_finds_too_few_everything_is_compared() {
        Random random = new Random(12);
        SomeTexts texts = SomeTexts.random(random, 600, 12);
        texts.writeTo(with.jdbc());
        for (int i = 0; i < 10; i++) {
            byte[] meaning = SomeTexts.vector(random, 12);
            assertThat(with.pgvector(0).nearest(SomeTexts.ANA, meaning, 500, 600))
                    .isEqualTo(texts.nearest(SomeTexts.ANA, meaning, 500, 600));
        }
    }

    @Test
    void the_extension_may_come_later_and_the_next_start_takes_it() {
        server.create("later");
        migrate("later");
        MeaningDatabase later = MeaningDatabase.of(server.database("later"));
        Random random = new Random(13);
        SomeTexts texts = SomeTexts.random(random, 40, 12);
        texts.writeTo(later.jdbc());
        later.jdbc().execute("CREATE EXTENSION vector");

        assertThat(later.extension().prepare()).isTrue();
        assertThat(later.extension().prepare()).isTrue();

        byte[] meaning = SomeTexts.vector(random, 12);
        assertThat(later.pgvector(ALL).nearest(SomeTexts.BEN, meaning, 0, 10))
                .isEqualTo(texts.nearest(SomeTexts.BEN, meaning, 0, 10));
        assertThat(later.jdbc()
                        .queryForObject(
                                "SELECT count(*) FROM pg_indexes WHERE indexname = 'meaning_nearest'", Integer.class))
                .isEqualTo(1);
    }

    private void migrate(String name) {
        Flyway.configure().dataSource(server.database(name)).load().migrate();
    }

    private static DriverManagerDataSource plain() {
        TestDatabase fresh = TestServers.freshDatabase();
        return new DriverManagerDataSource(fresh.getJdbcUrl(), fresh.getUsername(), fresh.getPassword());
    }
}
