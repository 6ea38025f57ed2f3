package com.eindr.shared.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, as the caller is told (RFC 9457).
 *
 * @param slug the last part of the problem's {@code type}
 * @param title the same for every problem of this type
 * @param detail what is wrong in this case; never anything internal
 * @param errors the fields at fault, in the order of the request; empty where no single one is
 * @param extensions further members of the document, such as {@code requiredPlan}
 * @param headers what the answer says in its headers, such as {@code Retry-After}
 */
public record Problem(
        String slug,
        String title,
        HttpStatus status,
        String detail,
        List<FieldError> errors,
        Map<String, Object> extensions,
        HttpHeaders headers) {
    /** Every {@code type} begins with this. */
    public static final String TYPES = "https://eindr.app/problems/";

    /** A field of the request and what is wrong with it; headers and parameters are fields too. */
    public record FieldError(String field, String message) {}

    public Problem {
        errors = List.copyOf(errors);
        extensions = Map.copyOf(extensions);
    }

    /** A problem of the request as a whole. */
    public static Problem of(HttpStatus status, String slug, String title, String detail) {
        return new Problem(slug, title, status, detail, List.of(), Map.of(), new HttpHeaders());
    }

    public Problem withErrors(List<FieldError> faults) {
        return new Problem(slug, title, status, detail, faults, extensions, headers);
    }

    public Problem withExtension(String name, Object value) {
        return withExtensions(Map.of(name, value));
    }

    public Problem withExtensions(Map<String, ?> more) {
        return new Problem(slug, title, status, detail, errors, Map.copyOf(more), headers);
    }

    public Problem withHeaders(HttpHeaders more) {
        return new Problem(slug, title, status, detail, errors, extensions, more);
    }

    public Problem withHeader(String name, String value) {
        HttpHeaders more = new HttpHeaders();
        more.putAll(headers);
        more.set(name, value);
        return withHeaders(more);
    }
}
