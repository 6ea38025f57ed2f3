package com.eindr.shared;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a partial update says about one field (RFC 7396): nothing, a new value, or null.
 *
 * @param present whether the update mentions the field
 * @param value the new value; null clears the field, and is meaningless where the field is not mentioned
 */
public record Patch<T>(boolean present, @Nullable T value) {

    public static <T> Patch<T> absent() {
        return new Patch<>(false, null);
    }

    public static <T> Patch<T> of(@Nullable T value) {
        return new Patch<>(true, value);
    }

    /** The field after the update. */
    public @Nullable T orKeep(@Nullable T current) {
        return present ? value : current;
    }

    /** The field after the update, where clearing it is not allowed: null keeps what is there. */
    public T orKeepRequired(T current) {
        return present && value != null ? value : current;
    }

    /** The same mention of the field with another value. */
    public Patch<T> map(UnaryOperator<@Nullable T> change) {
        return present ? of(change.apply(value)) : this;
    }
}
