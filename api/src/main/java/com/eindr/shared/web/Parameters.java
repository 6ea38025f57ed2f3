package com.eindr.shared.web;

import java.beans.PropertyEditorSupport;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads path and query parameters as strictly as bodies are read.
 *
 * <p>By editors and not by converters: where a converter refuses a text, Spring goes on and tries its own lenient editor.
 */
@ControllerAdvice
final class Parameters {
    private static final List<Class<?>> NOTED = List.of(UUID.class, Instant.class);

    @InitBinder
    void register(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new Reader(text -> Notation.read(text, UUID.class)));
        binder.registerCustomEditor(Instant.class, new Reader(text -> Notation.read(text, Instant.class)));
        binder.registerCustomEditor(Boolean.class, new Reader(Parameters::truth));
    }

    /** What a parameter of this type looks like. */
    static String describe(Class<?> type) {
        if (NOTED.contains(type)) {
            return Notation.describe(type);
        } else if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        } else if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        }
        return "must be a whole number";
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    /** Reads the text of one parameter. */
    private static final class Reader extends PropertyEditorSupport {
        private final Function<String, Object> notation;

        private Reader(Function<String, Object> notation) {
            this.notation = notation;
        }

        @Override
        public void setAsText(String text) {
            setValue(notation.apply(text));
        }
    }
}
