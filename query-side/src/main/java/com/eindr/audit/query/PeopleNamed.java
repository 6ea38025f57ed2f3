package com.eindr.audit.query;

import com.eindr.shared.UserId;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the people in an event: every {@link UserId} in it and in the records it is made of. */
final class PeopleNamed {
    private static final ClassValue<List<Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .filter(accessor -> mayNamePeople(accessor.getReturnType()))
                    .filter(AccessibleObject::trySetAccessible)
                    .toList();
        }
    };

    private PeopleNamed() {}

    static Set<String> in(Object event) {
        Set<String> people = new TreeSet<>();
        collect(event, people);
        return people;
    }

    private static void collect(@Nullable Object part, Set<String> people) {
        switch (part) {
            case null -> {}
            case UserId person -> people.add(person.value());
            case Collection<?> parts -> parts.forEach(each -> collect(each, people));
            case Map<?, ?> parts ->
                parts.forEach((key, value) -> {
                    collect(key, people);
                    collect(value, people);
                });
            case Record parts ->
                COMPONENTS.get(parts.getClass()).forEach(accessor -> collect(get(accessor, parts), people));
            default -> {}
        }
    }

    private static boolean mayNamePeople(Class<?> type) {
        return type.getName().startsWith("com.eindr.")
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type);
    }

    private static @Nullable Object get(Method accessor, Object event) {
        try {
            return accessor.invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record cannot be read: " + accessor, e);
        }
    }
}
