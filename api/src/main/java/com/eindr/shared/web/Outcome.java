package com.eindr.shared.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a bulk request: either what a write is answered with, or a problem.
 *
 * @param status the HTTP status that a request of its own would have got
 * @param problem a problem document; null where all went well
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(
        int status,
        @Nullable String id,
        @Nullable Long version,
        @Nullable Map<String, Object> problem) {}
