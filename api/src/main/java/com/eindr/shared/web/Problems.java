package com.eindr.shared.web;

import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;
import com.eindr.shared.web.Problem.FieldError;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The problems that every endpoint can answer with, in one place. */
public final class Problems {
    private static final String RETRY_SOON = "1";

    private Problems() {}

    /** Fields, parameters or headers are at fault: 400. */
    public static Problem invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? errors.getFirst().field() + ": " + errors.getFirst().message() + "."
                : errors.size() + " fields are not valid; see errors.";
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid", detail)
                .withErrors(errors);
    }

    /** No token, or a bad one: 401. */
    public static Problem unauthenticated(String detail) {
        return Problem.of(HttpStatus.UNAUTHORIZED, "unauthorized", "Nobody is signed in", detail);
    }

    /** The caller lacks a role: 403. */
    public static Problem forbidden(String detail) {
        return Problem.of(HttpStatus.FORBIDDEN, "forbidden", "This is not for everybody", detail);
    }

    static Problem refused(Refusal refusal) {
        RefusalReason reason = refusal.reason();
        Problem problem = Problem.of(status(reason.kind()), reason.slug(), reason.title(), refusal.detail())
                .withExtensions(refusal.facts());
        String field = refusal.field();
        return field == null ? problem : problem.withErrors(List.of(new FieldError(field, refusal.detail())));
    }

    static Problem stale(String detail) {
        return Problem.of(HttpStatus.PRECONDITION_FAILED, "stale-version", "It has changed since you read it", detail);
    }

    static Problem keyReused(String detail) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "The idempotency key belongs to another request",
                        detail)
                .withErrors(List.of(new FieldError(WriteRequests.IDEMPOTENCY_KEY, detail)));
    }

    static Problem stillRunning(String detail) {
        return Problem.of(HttpStatus.CONFLICT, "still-running", "The first request is not answered yet", detail)
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SOON);
    }

    static Problem tooLarge(long limit) {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "content-too-large",
                "The body is too large",
                "The body may have " + limit + " bytes.");
    }

    static Problem tooMany(String detail, Duration retryAfter) {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests", detail)
                .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(retryAfter)));
    }

    static Problem behind(long lag) {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "read-models-behind",
                        "The write cannot be read yet",
                        "The read models are " + lag + " events behind the write that was asked for.")
                .withExtension("lag", lag)
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SOON);
    }

    /** Something we depend on does not answer: 503. */
    public static Problem unavailable() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "Eindr cannot answer at the moment",
                        "Something Eindr depends on does not answer. Nothing is wrong with the request.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SOON);
    }

    /** One thing that we depend on does not answer, and the rest does: 503. */
    public static Problem unavailable(String detail, Duration retryAfter) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Eindr cannot answer at the moment", detail)
                .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(retryAfter)));
    }

    /** What this installation was not given: 503. */
    public static Problem notSetUp(String detail) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "not-set-up", "This is not set up here", detail);
    }

    static Problem internal() {
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong in Eindr",
                "It has been recorded under the id in instance.");
    }

    /** A problem that HTTP itself has a name for. */
    static Problem ofStatus(HttpStatus status, String detail) {
        return Problem.of(status, slug(status), status.getReasonPhrase(), detail);
    }

    /** Seconds as {@code Retry-After} counts them: whole ones, never too few. */
    static long wholeSeconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }

    private static HttpStatus status(RefusalReason.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case GONE -> HttpStatus.GONE;
            case EXHAUSTED -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }

    private static String slug(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
}
