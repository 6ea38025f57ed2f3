package com.eindr.shared;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit 1 to 100 items
 * @param cursor the {@link Slice#nextCursor()} of the page before; null for the first page
 */
public record SliceRequest(int limit, @Nullable String cursor) {}
