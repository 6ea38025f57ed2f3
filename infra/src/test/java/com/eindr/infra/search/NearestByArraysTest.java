package com.eindr.infra.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestServers;
import com.eindr.search.query.NearestTexts.Near;
import com.eindr.shared.UserId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The search of a PostgreSQL without pgvector. */
class NearestByArraysTest {
    private final MeaningDatabase database = MeaningDatabase.of(fresh());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_is_found_is_what_is_nearest(long seed) {
        Random random = new Random(seed);
        SomeTexts texts = SomeTexts.random(random, random.nextInt(300), seed % 2 == 0 ? 1 : 12);
        texts.writeTo(database.jdbc());

        for (int i = 0; i < 10; i++) {
            byte[] meaning = SomeTexts.vector(random, seed % 2 == 0 ? 1 : 12);
            int least = random.nextInt(200) - 100;
            int limit = 1 + random.nextInt(100);
            assertThat(database.arrays().nearest(SomeTexts.ANA, meaning, least, limit))
                    .isEqualTo(texts.nearest(SomeTexts.ANA, meaning, least, limit));
        }
    }

    @Test
    void the_longest_vectors_are_multiplied_exactly() {
        byte[] longest = new byte[Vectors.PARTS];
        Arrays.fill(longest, (byte) -127);
        SomeTexts texts = new SomeTexts(
                List.of(new SomeTexts.Kept(new UUID(1, 1), SomeTexts.ANA, ByteBuffer.wrap(longest), false)));
        texts.writeTo(database.jdbc());

        assertThat(database.arrays().nearest(SomeTexts.ANA, longest, 0, 1))
                .containsExactly(new Near(new UUID(1, 1), 384 * 127 * 127));
    }

    @Test
    void who_wrote_nothing_finds_nothing() {
        SomeTexts.random(new Random(7), 50, 12).writeTo(database.jdbc());

        assertThat(database.arrays().nearest(new UserId("nobody"), new byte[Vectors.PARTS], 0, 10))
                .isEmpty();
    }

    @Test
    void a_server_without_pgvector_is_no_reason_to_fail() {
        assertThat(database.extension().prepare()).isFalse();
    }

    private static DriverManagerDataSource fresh() {
        TestDatabase fresh = TestServers.freshDatabase();
        return new DriverManagerDataSource(fresh.getJdbcUrl(), fresh.getUsername(), fresh.getPassword());
    }
}
