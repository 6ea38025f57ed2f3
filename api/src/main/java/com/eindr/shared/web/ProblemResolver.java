package com.eindr.shared.web;

import com.eindr.shared.Refusal;
import com.eindr.shared.web.Problem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/**
 * Turns every failure of a request into a problem document.
 *
 * <p>A resolver and no controller advice, because a document must come out whatever the caller accepts, and for
 * failures before a controller is found as well.
 */
final class ProblemResolver implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private final ProblemWriter writer;

    ProblemResolver(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
            // Spring Security's own filter knows whether that is a 401 or a 403.
            return null;
        }
        if (failure instanceof AsyncRequestNotUsableException) {
            return new ModelAndView();
        }
        try {
            writer.write(response, problem(failure));
        } catch (IOException e) {
            LOG.debug("The caller went away before the problem was told", e);
        }
        return new ModelAndView();
    }

    /** What the caller is told of a failure. */
    static Problem problem(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> Problems.refused(refusal);
            case RequestFailed failed -> failed.problem();
            case InvalidRequest invalid -> Problems.invalid(invalid.errors());
            case WriteConflict conflict -> Problems.stale(detail(conflict));
            case KeyReused reused -> Problems.keyReused(detail(reused));
            case StillRunning running -> Problems.stillRunning(detail(running));
            case TooManyRequests many -> Problems.tooMany(detail(many), many.retryAfter());
            case PayloadTooLarge large -> Problems.tooLarge(large.limit());
            case ReadsBehind behind -> Problems.behind(behind.lag());
            case JacksonException json -> JsonFaults.problem(json);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case BindException invalid -> Problems.invalid(faults(invalid.getBindingResult()));
            case HandlerMethodValidationException invalid -> Problems.invalid(faults(invalid));
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case MissingServletRequestParameterException missing ->
                Problems.invalid(List.of(new FieldError(missing.getParameterName(), "is required")));
            case MissingServletRequestPartException missing ->
                Problems.invalid(List.of(new FieldError(missing.getRequestPartName(), "is required")));
            case MaxUploadSizeExceededException large -> Problems.tooLarge(BodyLimit.AUDIO_BYTES);
            case MultipartException unreadable
            when !(unreadable instanceof ErrorResponse) ->
                Problems.ofStatus(HttpStatus.BAD_REQUEST, "The body is no multipart body.");
            case NoResourceFoundException unknown ->
                Problems.ofStatus(HttpStatus.NOT_FOUND, "There is nothing at this path.");
            case ErrorResponse known -> ofSpring(known);
            default -> unexpected(failure);
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException failure) {
        return failure.getCause() instanceof JacksonException json
                ? JsonFaults.problem(json)
                : JsonFaults.missingBody();
    }

    private static List<FieldError> faults(BindingResult result) {
        return result.getAllErrors().stream()
                .map(error -> new FieldError(
                        error instanceof org.springframework.validation.FieldError field ? field.getField() : "body",
                        String.valueOf(error.getDefaultMessage())))
                .sorted(java.util.Comparator.comparing(FieldError::field))
                .toList();
    }

    private static List<FieldError> faults(HandlerMethodValidationException failure) {
        return failure.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldError(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
    }

    private static Problem mismatch(TypeMismatchException mismatch) {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "value";
        Class<?> type = mismatch.getRequiredType();
        return Problems.invalid(
                List.of(new FieldError(name, type == null ? "is not valid" : Parameters.describe(type))));
    }

    private static Problem ofSpring(ErrorResponse failure) {
        HttpStatus status = HttpStatus.valueOf(failure.getStatusCode().value());
        if (status.is5xxServerError() && status != HttpStatus.SERVICE_UNAVAILABLE) {
            return failure instanceof Throwable cause ? unexpected(cause) : Problems.internal();
        }
        String detail = failure.getBody().getDetail();
        return Problems.ofStatus(status, detail == null ? status.getReasonPhrase() : detail)
                .withHeaders(failure.getHeaders());
    }

    private static Problem unexpected(Throwable failure) {
        if (Outage.caused(failure)) {
            LOG.warn("A request failed because the store is away: {}", failure.toString());
            return Problems.unavailable();
        }
        LOG.error("A request failed", failure);
        return Problems.internal();
    }

    private static String detail(RuntimeException failure) {
        return String.valueOf(failure.getMessage());
    }
}
