package com.eindr.shared.web;

import java.util.List;

/**
 * What a write would come to, without its having been made.
 *
 * @param aggregateId what would be written to
 * @param version the aggregate's version after it, counted from 1
 * @param events what would be appended, in order; none where the write would change nothing
 */
public record Rehearsal(String aggregateId, long version, List<Object> events) {
    public Rehearsal {
        events = List.copyOf(events);
    }
}
