package com.eindr.infra.search;

import com.eindr.search.query.NearestTexts.Near;
import com.eindr.shared.UserId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Texts of several people with vectors by chance, many of which are equally near, and what is to be found among them. */
record SomeTexts(List<Kept> all) {
    static final UserId ANA = new UserId("ana");
    static final UserId BEN = new UserId("ben");

    /** @param stale whether the words have changed since, or were deleted */
    record Kept(UUID id, UserId owner, ByteBuffer vector, boolean stale) {}

    /** @param span parts are whole numbers from minus this to this: few of them make many equal products */
    static SomeTexts random(Random random, int count, int span) {
        List<Kept> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            all.add(new Kept(
                    id,
                    random.nextInt(4) == 0 ? BEN : ANA,
                    ByteBuffer.wrap(vector(random, span)),
                    random.nextInt(10) == 0));
        }
        return new SomeTexts(all);
    }

    static byte[] vector(Random random, int span) {
        byte[] vector = new byte[Vectors.PARTS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (byte) (random.nextInt(2 * span + 1) - span);
        }
        return vector;
    }

    void writeTo(JdbcTemplate jdbc) {
        jdbc.update("TRUNCATE searched_text, meaning");
        for (Kept text : all) {
            jdbc.update(
                    "INSERT INTO searched_text VALUES (?, 'NOTE', ?, 'words', ?)",
                    text.id(),
                    text.owner().value(),
                    text.stale() ? 2 : 1);
            jdbc.update(
                    "INSERT INTO meaning VALUES (?, ?, 1, ?::float4[])",
                    text.id(),
                    text.owner().value(),
                    Vectors.text(text.vector().array()).replace('[', '{').replace(']', '}'));
        }
    }

    /** As anybody would look for it who has time. */
    List<Near> nearest(UserId owner, byte[] meaning, int least, int limit) {
        return all.stream()
                .filter(text -> text.owner().equals(owner) && !text.stale())
                .map(text -> new Near(text.id(), product(text.vector().array(), meaning)))
                .filter(near -> near.product() >= least)
                .sorted(Comparator.comparingInt(Near::product)
                        .reversed()
                        .thenComparing(near -> near.id().toString()))
                .limit(limit)
                .toList();
    }

    private static int product(byte[] one, byte[] other) {
        int product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }
}
