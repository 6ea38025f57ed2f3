package com.eindr.shared.query;

import com.eindr.shared.Changes;
import java.util.List;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Reads what changed since a position.
 *
 * <p>Rows carry the position of their last change, and a projection applies events in the order of the log. So a snapshot
 * that shows one change shows every earlier one, and whatever it does not show will have a higher position: going on from
 * the last change that was seen skips nothing, without regard to how far other projections have come.
 */
public final class ChangeList {
    private ChangeList() {}

    /**
     * @param position what the client has seen; unknown to this read model if it lies ahead of it
     * @param read gives the next changes in order of position, at most as many as it is told
     */
    public static <T> Changes<T> read(
            JdbcOperations jdbc, String projection, long position, int limit, IntFunction<List<Change<T>>> read) {
        if (position > Reached.by(projection, jdbc).orElse(0)) {
            return Changes.unknown(position);
        }
        List<Change<T>> changes = read.apply(limit + 1);
        boolean more = changes.size() > limit;
        List<Change<T>> page = more ? changes.subList(0, limit) : changes;
        return new Changes<>(
                page.stream().map(Change::item).toList(),
                page.isEmpty() ? position : page.getLast().position(),
                more,
                true);
    }

    /** One thing as it is now, and the position of its last change. */
    public record Change<T>(T item, long position) {}
}
