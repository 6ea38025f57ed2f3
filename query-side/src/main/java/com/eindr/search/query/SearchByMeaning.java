package com.eindr.search.query;

import com.eindr.search.FoundTexts;
import com.eindr.search.FoundTexts.FoundText;
import com.eindr.search.SearchQuery.TextsNear;
import com.eindr.search.SearchQuery.TextsWaiting;
import com.eindr.search.TextKind;
import com.eindr.search.query.NearestTexts.Near;
import com.eindr.shared.UserId;
import com.eindr.shared.query.ArrayQuery;
import com.eindr.voice.SentenceMeaning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Finds a person's texts by what they mean. */
@Component
final class SearchByMeaning {
    /**
     * Hundredths of nearness from which on two texts have something to do with each other; decision 0140 tells how it
     * was found.
     */
    static final int FLOOR = 25;

    private static final int EXCERPT = 200;

    private static final String TEXTS =
            "SELECT id, kind, owner_id, words FROM searched_text WHERE id = ANY (?::uuid[]) AND words <> ''";

    /** A short walk: what lies behind the position is not looked at. */
    private static final String WAITING = """
        SELECT count(*) FROM searched_text s
        WHERE s.changed_at > (SELECT position FROM meaning_position) AND s.owner_id = ? AND s.words <> ''
        AND NOT EXISTS (SELECT 1 FROM meaning m WHERE m.id = s.id AND m.changed_at = s.changed_at)\
        """;

    private final SentenceMeaning meanings;
    private final NearestTexts nearest;
    private final JdbcOperations jdbc;
    private final ArrayQuery arrays;

    SearchByMeaning(SentenceMeaning meanings, NearestTexts nearest, JdbcOperations jdbc) {
        this.meanings = meanings;
        this.nearest = nearest;
        this.jdbc = jdbc;
        this.arrays = new ArrayQuery(jdbc);
    }

    @QueryHandler
    Optional<FoundTexts> near(TextsNear query) {
        return meanings.of(query.words()).map(meaning -> {
            List<Near> near = nearest.nearest(query.owner(), meaning, leastProduct(), query.limit());
            Map<UUID, Text> texts = texts(query.owner(), near);
            return new FoundTexts(
                    near.stream().flatMap(one -> found(one, texts).stream()).toList());
        });
    }

    @QueryHandler
    Optional<Long> waiting(TextsWaiting query) {
        return Optional.ofNullable(
                jdbc.queryForObject(WAITING, Long.class, query.owner().value()));
    }

    private static int leastProduct() {
        return FLOOR * SentenceMeaning.LENGTH * SentenceMeaning.LENGTH / 100;
    }

    /** Empty for a text that went away since it was found. */
    private static Optional<FoundText> found(Near near, Map<UUID, Text> texts) {
        int nearness = 100 * near.product() / (SentenceMeaning.LENGTH * SentenceMeaning.LENGTH);
        return Optional.ofNullable(texts.get(near.id()))
                .map(text -> new FoundText(text.kind(), near.id(), text.excerpt(), Math.min(nearness, 100)));
    }

    private Map<UUID, Text> texts(UserId owner, List<Near> near) {
        Map<UUID, Text> texts = new HashMap<>();
        arrays
                .query(
                        TEXTS,
                        (row, index) -> new Text(
                                row.getObject("id", UUID.class),
                                TextKind.valueOf(row.getString("kind")),
                                new UserId(row.getString("owner_id")),
                                row.getString("words")),
                        ArrayQuery.uuids(near.stream().map(Near::id).toList()))
                .stream()
                .filter(text -> text.owner().equals(owner))
                .forEach(text -> texts.put(text.id(), text));
        return texts;
    }

    private record Text(UUID id, TextKind kind, UserId owner, String words) {
        String excerpt() {
            String shown = kind == TextKind.REMINDER ? words.lines().findFirst().orElse("") : words;
            return SearchedTextRow.firstCharacters(shown, EXCERPT);
        }
    }
}
