package com.eindr.infra.positions;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.annotation.AnnotationUtils;
import org.axonframework.eventhandling.EventHandler;

/**
 * Which events a projection handles, read off its event handlers, which name sealed catalogues, single records, or
 * {@code Object} for whatever there is.
 */
final class HandledTypes {
    private HandledTypes() {}

    /**
     * The stored names of the events, sorted; an event of another type changes nothing in the projection. Empty for a
     * projection that handles all.
     */
    static String[] of(Class<?> projection) {
        List<? extends Class<?>> payloads = Stream.<Class<?>>iterate(
                        projection, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> AnnotationUtils.isAnnotationPresent(method, EventHandler.class))
                .map(HandledTypes::payload)
                .toList();
        if (payloads.contains(Object.class)) {
            return new String[0];
        }
        return payloads.stream()
                .flatMap(HandledTypes::records)
                .map(Class::getName)
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    private static Class<?> payload(Method handler) {
        return handler.getParameterTypes()[0];
    }

    private static Stream<Class<?>> records(Class<?> type) {
        if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses()).flatMap(HandledTypes::records);
        }
        if (type.isRecord()) {
            return Stream.of(type);
        }
        throw new IllegalArgumentException(type + " is neither an event nor a sealed catalogue of events");
    }
}
