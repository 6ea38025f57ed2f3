package com.eindr.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the following page begins; null on the last one
 */
public record Slice<T>(List<T> items, @Nullable String nextCursor) {
    public Slice {
        items = List.copyOf(items);
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> change) {
        return new Slice<>(items.stream().<R>map(change).toList(), nextCursor);
    }
}
