package com.eindr.shared.web.openapi;

import com.eindr.shared.SliceRequest;
import com.eindr.shared.web.WriteRequest;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes what follows from the conventions: the headers that every read and write takes, and every error that an
 * endpoint of its shape can answer with. An endpoint describes only what is peculiar to it.
 */
@Component
final class CommonAnswers implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (!paths(method).anyMatch(path -> path.startsWith("/api/") || path.startsWith("/dev/"))) {
            return operation;
        }
        boolean writes = takes(method, WriteRequest.class);
        header(operation, "Consistent-With", "The Consistency-Token of a write that the answer is to reflect");
        if (writes) {
            header(
                    operation,
                    "Idempotency-Key",
                    "1 to 255 visible characters; a repeated request gets the first answer");
            header(operation, "If-Match", "The version to change, such as \"3\"; 412 where there is a newer one");
        }
        if (takes(method, SliceRequest.class)) {
            page(operation);
        }
        if (isConditional(method)) {
            operation
                    .getResponses()
                    .addApiResponse("304", new ApiResponse().description("If-None-Match names the present version"));
        }
        errors(method, writes).forEach((code, description) -> problem(operation, code, description));
        operation.getResponses().forEach((code, answer) -> {
            if (code.startsWith("2")) {
                describeHeaders(answer, writes, code.equals("201"));
            } else if (code.startsWith("3")) {
                answer.content(null);
            } else if (answer.getContent() == null || answer.getContent().isEmpty()) {
                answer.content(ProblemSchema.content());
            }
        });
        return operation;
    }

    /** Whether it answers with an ETag that Spring compares with If-None-Match. */
    private static boolean isConditional(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), GetMapping.class)
                && method.getReturnType().getParameterType() == ResponseEntity.class;
    }

    private static Map<String, String> errors(HandlerMethod method, boolean writes) {
        Map<String, String> errors = new LinkedHashMap<>();
        errors.put("400", "Malformed or invalid; errors names the fields");
        errors.put("401", "No token, or a bad one");
        if (paths(method).anyMatch(path -> path.startsWith("/api/"))) {
            errors.put("403", "The account was erased");
        }
        if (paths(method).anyMatch(path -> path.matches("/api/v1/(admin|audit|stream)(/.*)?"))) {
            errors.put("403", "The token lacks the role, or the account was erased");
        }
        if (method.hasMethodAnnotation(LockedByPlan.class)) {
            errors.put(
                    "403",
                    "Your plan does not include it, or not so much of it, and requiredPlan names the one that does; or"
                            + " the account was erased");
        }
        if (Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class))) {
            errors.put("404", "Absent, or not yours");
        }
        errors.put("406", "The endpoint answers with none of the media types that Accept names");
        if (writes) {
            errors.put("409", "Refused in the present state, or the first request with this key is still running");
            errors.put("412", "There is a newer version than If-Match names");
            errors.put("422", "The idempotency key belongs to another request");
        }
        if (Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))) {
            errors.put("413", "The body is longer than 1 MiB");
            errors.put("415", "The body is not of the media type that the endpoint takes");
        }
        if (Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestPart.class))) {
            errors.put("413", "The recording has more than 25 MiB, or is too long");
            errors.put("415", "The body is no multipart/form-data, or its audio is of no kind that is taken");
        }
        errors.put("429", "Too many requests; Retry-After says when to come back");
        errors.put("500", "An error of ours; instance names it");
        errors.put("503", "A dependency is away, or the read models are behind; Retry-After says when to come back");
        return errors;
    }

    private static void problem(Operation operation, String code, String description) {
        ApiResponse declared = operation.getResponses().get(code);
        ApiResponse answer = declared == null ? new ApiResponse().description(description) : declared;
        operation.getResponses().addApiResponse(code, answer.content(ProblemSchema.content()));
    }

    private static void describeHeaders(ApiResponse answer, boolean writes, boolean created) {
        answer.addHeaderObject("RateLimit-Policy", text("The quota: requests and seconds"));
        answer.addHeaderObject("RateLimit", text("What remains of the quota"));
        if (writes) {
            answer.addHeaderObject("ETag", text("The version, in quotation marks"));
            answer.addHeaderObject("Consistency-Token", text("Send it back in Consistent-With to see this write"));
        }
        if (created) {
            answer.addHeaderObject("Location", text("Where the new thing is"));
        }
    }

    private static void page(Operation operation) {
        IntegerSchema limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(100));
        limit.setDefault(50);
        operation.addParametersItem(new Parameter()
                .in("query")
                .name("limit")
                .description("How many items at most")
                .schema(limit));
        operation.addParametersItem(new Parameter()
                .in("query")
                .name("cursor")
                .description("The nextCursor of the page before")
                .schema(new StringSchema()));
    }

    private static void header(Operation operation, String name, String description) {
        operation.addParametersItem(
                new Parameter().in("header").name(name).description(description).schema(new StringSchema()));
    }

    private static Header text(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }

    /** The paths of the method as they begin, which is all that tells endpoints of the API from others. */
    private static Stream<String> paths(HandlerMethod method) {
        RequestMapping ofType = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequestMapping.class);
        RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        String[] prefixes = ofType == null || ofType.path().length == 0 ? new String[] {""} : ofType.path();
        String[] ends = own == null || own.path().length == 0 ? new String[] {""} : own.path();
        return Arrays.stream(prefixes).flatMap(prefix -> Arrays.stream(ends).map(end -> prefix + end));
    }
}
