package com.eindr.shared.web;

import com.eindr.shared.web.Problem.FieldError;
import jakarta.validation.Validation;
import java.util.List;

/** Reads bodies as the edge does, without a server. Texts have ' for ". */
public final class EdgeFixture {
    private static final WebJson JSON = new WebJson(List.of());
    private static final Bodies BODIES =
            new Bodies(JSON, Validation.buildDefaultValidatorFactory().getValidator());

    private EdgeFixture() {}

    public static <T> T read(String json, Class<T> type) {
        return BODIES.read(JSON.mapper().readTree(json.replace('\'', '"')), type);
    }

    /** The fields that a caller is told to be at fault. */
    public static List<String> faults(Throwable failure) {
        Problem problem = ProblemResolver.problem(failure);
        if (problem.status().value() != 400) {
            throw new AssertionError("expected a 400 but was " + problem, failure);
        }
        return problem.errors().stream().map(FieldError::field).toList();
    }
}
