package com.eindr.shared.web;

import com.eindr.shared.web.Problem.FieldError;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in the words of the API what the JSON mapper did not like. The mapper's own words name Java classes. */
final class JsonFaults {
    private static final String BODY = "body";

    private JsonFaults() {}

    static Problem problem(JacksonException failure) {
        return failure instanceof MismatchedInputException mismatch
                ? Problems.invalid(List.of(new FieldError(path(failure), message(mismatch))))
                : Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed-json",
                        "The body is not well-formed JSON",
                        "The body cannot be read as JSON" + place(failure.getLocation()) + ".");
    }

    static Problem missingBody() {
        return Problems.invalid(List.of(new FieldError(BODY, "is required")));
    }

    private static String message(MismatchedInputException mismatch) {
        if (mismatch instanceof UnrecognizedPropertyException) {
            return "is not a field of this request";
        }
        Class<?> type = mismatch.getTargetType();
        if (type == null) {
            return "has the wrong form";
        } else if (type == UUID.class
                || ZoneId.class.isAssignableFrom(type)
                || TemporalAccessor.class.isAssignableFrom(type)
                || TemporalAmount.class.isAssignableFrom(type)) {
            return Notation.describe(type);
        } else if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        } else if (type == String.class) {
            return "must be a string";
        } else if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        } else if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "must be a number";
        } else if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "must be an array";
        }
        return "must be an object";
    }

    /** The field as a client would address it, such as {@code items[3].title}. */
    private static String path(JacksonException failure) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.isEmpty() ? BODY : path.toString();
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
