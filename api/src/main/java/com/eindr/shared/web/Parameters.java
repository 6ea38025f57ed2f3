package com.eindr.shared.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;

/** Reads path and query parameters as strictly as bodies are read. */
final class Parameters {
    private static final List<Class<?>> NOTED = List.of(UUID.class, Instant.class);

    private Parameters() {}

    static void register(FormatterRegistry registry) {
        registry.addConverter(String.class, UUID.class, reading(UUID.class));
        registry.addConverter(String.class, Instant.class, reading(Instant.class));
        registry.addConverter(String.class, Boolean.class, Parameters::truth);
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

    private static <T> Converter<String, T> reading(Class<T> type) {
        return text -> Notation.read(text, type);
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
