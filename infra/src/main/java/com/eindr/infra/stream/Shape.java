package com.eindr.infra.stream;

import com.eindr.shared.Personal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What analysts are shown of a value, by its type. What is not listed here is not shown: a text above all, whether or not it
 * is personal, and every type that nobody has thought of.
 */
sealed interface Shape {

    /** How a value that has no parts is passed on. */
    enum Manner {
        /** As it is. */
        AS_IS,
        /** The id of a person or a thing, under a name that only this consumer has for it. */
        PSEUDONYM,
        /** Of a BCP 47 tag its first subtag, as what follows may be anybody's words. */
        LANGUAGE,
        /** Of a rule of recurrence its frequency. */
        FREQUENCY,
        /** The name of an occurrence, which is a moment. */
        OCCURRENCE
    }

    /** @param type what the code knows it as; for an id the id's own type */
    record Value(Manner manner, Class<?> type) implements Shape {}

    /** @param fields by their names in the stored JSON; what is missing is not shown */
    record Parts(Map<String, Field> fields) implements Shape {
        public Parts {
            // In their order, which is that of the code.
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** One after the other. */
    record Several(Shape each) implements Shape {}

    /** @param optional whether it may be missing */
    record Field(Shape shape, boolean optional) {}

    /** Types that say nothing but how much, when, for how long, or which of a few. */
    Set<Class<?>> IMPERSONAL = Set.of(
            boolean.class,
            Boolean.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            YearMonth.class,
            Duration.class,
            Currency.class);

    /** The texts that are shown, or of which something is. */
    Map<String, Manner> TEXTS = Map.ofEntries(
            Map.entry("UserId.value", Manner.PSEUDONYM),
            Map.entry("PlanChanged.by", Manner.PSEUDONYM),
            Map.entry("FlagSet.by", Manner.PSEUDONYM),
            Map.entry("FlagCleared.by", Manner.PSEUDONYM),
            Map.entry("ReplayOrdered.by", Manner.PSEUDONYM),
            Map.entry("RetryOrdered.by", Manner.PSEUDONYM),
            Map.entry("AuditRead.by", Manner.PSEUDONYM),
            Map.entry("PseudonymKeyOrdered.by", Manner.PSEUDONYM),
            Map.entry("NoticeRaised.subject", Manner.PSEUDONYM),
            Map.entry("FlagName.value", Manner.AS_IS),
            Map.entry("Profile.language", Manner.LANGUAGE),
            Map.entry("Preferences.ttsLanguage", Manner.LANGUAGE),
            Map.entry("NoteWritten.language", Manner.LANGUAGE),
            Map.entry("NoteEdited.language", Manner.LANGUAGE),
            Map.entry("NoteProposed.language", Manner.LANGUAGE),
            Map.entry("Schedule.recurrence", Manner.FREQUENCY),
            Map.entry("ReminderOffer.recurrence", Manner.FREQUENCY),
            Map.entry("OccurrenceId.value", Manner.OCCURRENCE));

    /** Of an event. */
    static Parts of(Class<?> event) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (RecordComponent component : event.getRecordComponents()) {
            Shape shape = ofComponent(component);
            if (shape != null) {
                fields.put(
                        component.getName(),
                        new Field(shape, component.getAnnotatedType().isAnnotationPresent(Nullable.class)));
            }
        }
        return new Parts(fields);
    }

    private static @Nullable Shape ofComponent(RecordComponent component) {
        if (component.isAnnotationPresent(Personal.class)) {
            return null;
        }
        if (component.getType() != String.class) {
            return ofType(component.getGenericType());
        }
        Manner manner = TEXTS.get(component.getDeclaringRecord().getSimpleName() + "." + component.getName());
        return manner == null ? null : new Value(manner, String.class);
    }

    private static @Nullable Shape ofType(Type type) {
        if (type instanceof ParameterizedType several
                && several.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)) {
            Shape each = ofType(several.getActualTypeArguments()[0]);
            return each == null ? null : new Several(each);
        }
        return type instanceof Class<?> plain ? ofClass(plain) : null;
    }

    private static @Nullable Shape ofClass(Class<?> type) {
        if (type.isEnum() || IMPERSONAL.contains(type)) {
            return new Value(Manner.AS_IS, type);
        }
        if (type == UUID.class) {
            return new Value(Manner.PSEUDONYM, type);
        }
        if (!type.isRecord() || !type.getName().startsWith("com.eindr.")) {
            return null;
        }
        RecordComponent[] components = type.getRecordComponents();
        boolean bare = components.length == 1 && components[0].getName().equals("value");
        if (!bare) {
            return of(type);
        }
        // Stored as its bare value.
        return ofComponent(components[0]) instanceof Value value ? new Value(value.manner(), type) : null;
    }
}
