package com.eindr.infra.erasure;

import com.eindr.shared.Personal;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;

/**
 * A component of a record that is {@link Personal}.
 *
 * @param place under which name its words are sealed
 * @param erased what is read once the key is destroyed
 */
record PersonalField(
        Personal personal, String place, @Nullable String erased) {

    /** The components of each record by name. */
    private static final ClassValue<Map<String, Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .filter(AccessibleObject::trySetAccessible)
                    .collect(Collectors.toUnmodifiableMap(Method::getName, accessor -> accessor));
        }
    };

    /** What a mapper has found; null where that is not personal. */
    static @Nullable PersonalField of(Annotated annotated) {
        if (!(annotated instanceof AnnotatedMember member)) {
            return null;
        }
        Personal personal = annotated.getAnnotation(Personal.class);
        RecordComponent component = personal == null ? null : component(member);
        if (personal == null || component == null) {
            return null;
        }
        String place = personal.sealedAs().isEmpty()
                ? component.getDeclaringRecord().getSimpleName() + "." + component.getName()
                : personal.sealedAs();
        boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new PersonalField(personal, place, mayBeNull && personal.erased().isEmpty() ? null : personal.erased());
    }

    private static @Nullable RecordComponent component(AnnotatedMember annotated) {
        Member member = annotated.getMember();
        Class<?> type = member.getDeclaringClass();
        if (!type.isRecord()) {
            return null;
        }
        RecordComponent[] components = type.getRecordComponents();
        if (annotated instanceof AnnotatedParameter parameter) {
            return member instanceof Constructor<?> constructor && constructor.getParameterCount() == components.length
                    ? components[parameter.getIndex()]
                    : null;
        }
        return Arrays.stream(components)
                .filter(component -> component.getName().equals(member.getName()))
                .findFirst()
                .orElse(null);
    }

    /**
     * Whose words are being written.
     *
     * @param writing where in the JSON they are
     */
    String person(@Nullable TokenStreamContext writing) {
        for (TokenStreamContext part = writing; part != null; part = part.getParent()) {
            if (part.currentValue() instanceof Record around) {
                for (String path : personal.of()) {
                    Object found = follow(around, path);
                    if (found != null) {
                        return found.toString();
                    }
                }
            }
        }
        throw new IllegalStateException(place + " does not say whose it is");
    }

    private static @Nullable Object follow(Record start, String path) {
        Object found = start;
        for (String name : path.split("\\.", -1)) {
            Method accessor =
                    found instanceof Record ? COMPONENTS.get(found.getClass()).get(name) : null;
            found = accessor == null ? null : read(accessor, found);
        }
        return found;
    }

    private static @Nullable Object read(Method accessor, @Nullable Object from) {
        try {
            return accessor.invoke(from);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
