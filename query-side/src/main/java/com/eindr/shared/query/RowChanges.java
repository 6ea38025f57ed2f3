package com.eindr.shared.query;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How events change the rows they are about: each event once and in the order of the log, also where some of a batch have
 * been handled before.
 *
 * @param <E> events
 * @param <K> what events and rows belong together by
 * @param <R> rows, which know the position of the event that last changed them
 */
public final class RowChanges<E, K, R> {
    private final Function<E, K> idOfEvent;
    private final Function<R, K> idOfRow;
    private final ToLongFunction<R> changedAt;
    private final Next<E, R> next;

    /** What becomes of a row. */
    @FunctionalInterface
    public interface Next<E, R> {
        /** @param before null for the first event of something, which makes the row */
        R after(@Nullable R before, Recorded<E> recorded);
    }

    public RowChanges(Function<E, K> idOfEvent, Function<R, K> idOfRow, ToLongFunction<R> changedAt, Next<E, R> next) {
        this.idOfEvent = idOfEvent;
        this.idOfRow = idOfRow;
        this.changedAt = changedAt;
        this.next = next;
    }

    /**
     * The rows that a batch is about, as it leaves them.
     *
     * @param read finds those that there are of some ids
     */
    public Collection<R> after(List<Recorded<E>> batch, Function<Set<K>, List<R>> read) {
        Map<K, R> rows = new LinkedHashMap<>();
        Set<K> ids = batch.stream()
                .map(recorded -> idOfEvent.apply(recorded.event()))
                .collect(toSet());
        read.apply(ids).forEach(row -> rows.put(idOfRow.apply(row), row));
        for (Recorded<E> recorded : batch) {
            K id = idOfEvent.apply(recorded.event());
            R before = rows.get(id);
            if (before == null || changedAt.applyAsLong(before) < recorded.position()) {
                rows.put(id, next.after(before, recorded));
            }
        }
        return rows.values();
    }
}
