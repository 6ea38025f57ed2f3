package com.eindr.shared.query;

import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a list that is sorted by a moment and then by an id goes on. Written as {@code <microseconds>.<id>}; the edge
 * signs it, so what comes back is what was given.
 *
 * @param micros microseconds since the epoch; the greatest long for "never"
 */
public record Cursor(long micros, UUID id) {
    private static final long NEVER = Long.MAX_VALUE;

    public static Cursor of(@Nullable Instant moment, UUID id) {
        return new Cursor(
                moment == null
                        ? NEVER
                        : Math.addExact(
                                Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1_000),
                id);
    }

    /**
     * @throws IllegalArgumentException if the text was not written by this class
     */
    public static Cursor parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("not a cursor: " + text);
        }
        return new Cursor(Long.parseLong(text.substring(0, dot)), UUID.fromString(text.substring(dot + 1)));
    }

    /**
     * @throws java.time.DateTimeException if the moment is "never"
     */
    public Instant moment() {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    /** The moment as PostgreSQL reads it. */
    public String timestamp() {
        return micros == NEVER ? "infinity" : moment().toString();
    }

    /** A page of rows of which one more than asked for was read. */
    public static <T> Slice<T> page(List<T> rows, SliceRequest request, Function<T, Cursor> cursor) {
        if (rows.size() <= request.limit()) {
            return new Slice<>(rows, null);
        }
        List<T> page = rows.subList(0, request.limit());
        return new Slice<>(page, cursor.apply(page.getLast()).toString());
    }

    @Override
    public String toString() {
        return micros + "." + id;
    }
}
