package com.eindr.infra.erasure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything that is kept, as text: each column of each table with its bytes decoded, and each key of Redis with its value.
 * What looks like Base 64 is there a second time as what it stands for.
 */
public record Dump(Map<String, String> parts) {
    private static final Pattern BASE_64 = Pattern.compile("[A-Za-z0-9+/]{16,}");

    public static Dump of(JdbcTemplate database, StringRedisTemplate redis) {
        Map<String, String> parts = new TreeMap<>();
        tables(database).forEach(table -> parts.put(table, decoded(rows(database, table))));
        parts.put("Redis", decoded(keys(redis)));
        return new Dump(parts);
    }

    /** Of every schema but PostgreSQL's own. */
    static List<String> tables(JdbcTemplate database) {
        return database.query("""
            SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1\
            """, (row, index) -> row.getString(1));
    }

    /** The rows of a table, in an order that follows from them alone. */
    static String rows(JdbcTemplate database, String table) {
        String columns = database
                .query(
                        """
                        SELECT quote_ident(attname), atttypid = 'bytea'::regtype FROM pg_attribute
                        WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attname\
                        """,
                        (row, index) -> row.getBoolean(2)
                                ? "encode(" + row.getString(1) + ", 'escape')"
                                : row.getString(1) + "::text",
                        table)
                .stream()
                .collect(joining(", "));
        return database
                .query(
                        "SELECT concat_ws(' | ', " + columns + ") FROM " + table + " ORDER BY 1",
                        (row, index) -> row.getString(1))
                .stream()
                .collect(joining("\n"));
    }

    private static String decoded(String text) {
        return text
                + BASE_64.matcher(text)
                        .results()
                        .map(found -> found.group().substring(0, found.group().length() / 4 * 4))
                        .map(coded -> "\n" + new String(Base64.getDecoder().decode(coded), UTF_8))
                        .collect(joining());
    }

    private static String keys(StringRedisTemplate redis) {
        return requireNonNull(redis.execute((RedisConnection connection) -> {
            List<byte[]> found = new ArrayList<>();
            try (Cursor<byte[]> keys = connection.keyCommands().scan(ScanOptions.NONE)) {
                keys.forEachRemaining(key -> {
                    found.add(key);
                    found.addAll(values(connection, key));
                });
            }
            return found.stream().map(bytes -> new String(bytes, UTF_8)).collect(joining("\n"));
        }));
    }

    private static List<byte[]> values(RedisConnection redis, byte[] key) {
        List<byte[]> values = new ArrayList<>();
        switch (requireNonNull(redis.keyCommands().type(key))) {
            // It has expired meanwhile.
            case NONE -> {}
            case STRING -> {
                byte[] value = redis.stringCommands().get(key);
                if (value != null) {
                    values.add(value);
                }
            }
            case HASH ->
                requireNonNull(redis.hashCommands().hGetAll(key)).forEach((name, value) -> {
                    values.add(name);
                    values.add(value);
                });
            default -> throw new AssertionError("learn to read this first: " + new String(key, ISO_8859_1));
        }
        return values;
    }

    /** Where a word stands. */
    public List<String> placesOf(String word) {
        return parts.entrySet().stream()
                .filter(part -> part.getValue().contains(word))
                .map(Map.Entry::getKey)
                .toList();
    }
}
