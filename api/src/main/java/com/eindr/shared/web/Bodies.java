package com.eindr.shared.web;

import com.eindr.shared.web.Problem.FieldError;
import jakarta.validation.Validator;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads one item of a bulk request as the body of a request of its own would be read. */
@Component
public final class Bodies {
    private final WebJson json;
    private final Validator validator;

    Bodies(WebJson json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The item as a valid {@code type}.
     *
     * @throws InvalidRequest if fields are at fault
     * @throws tools.jackson.core.JacksonException if it does not have the form of the type
     */
    public <T> T read(JsonNode item, Class<T> type) {
        T body = json.mapper().treeToValue(item, type);
        if (body == null) {
            throw InvalidRequest.of("body", "must be an object");
        }
        List<FieldError> errors = validator.validate(body).stream()
                .map(fault -> new FieldError(fault.getPropertyPath().toString(), fault.getMessage()))
                .sorted(java.util.Comparator.comparing(FieldError::field))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return body;
    }
}
