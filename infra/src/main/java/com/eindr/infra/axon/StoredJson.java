package com.eindr.infra.axon;

import com.eindr.infra.erasure.PersonalCodec;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of everything that is stored: events, sagas, deadlines, tokens. It is apart from the JSON of the web, which
 * may change; this one may not.
 *
 * <p>Only fields count, never getters. An id (a record of ours with the one component {@code value}) is its bare value.
 * Time is text in ISO 8601. What is null is left out.
 */
public final class StoredJson {
    private StoredJson() {}

    /** Writes personal texts as they are: for what is not kept. */
    public static void configure(JsonMapper.Builder mapper) {
        configure(mapper, null);
    }

    /** @param personal how personal texts are written and read; null for as they are */
    public static void configure(JsonMapper.Builder mapper, @Nullable PersonalCodec personal) {
        mapper.changeDefaultVisibility(visibility -> visibility
                        .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                // What the keys of people refuse is told as it is.
                .disable(SerializationFeature.WRAP_EXCEPTIONS)
                .disable(DeserializationFeature.WRAP_EXCEPTIONS)
                .annotationIntrospector(personal == null ? new BareIds() : new PersonalTexts(personal));
    }

    /** Reads {@code record ReminderId(UUID value)} as if its component were a {@code @JsonValue}. */
    private static class BareIds extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
            return isValue(annotated) ? Boolean.TRUE : super.hasAsValue(config, annotated);
        }

        @Override
        public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedConstructor constructor && isId(constructor.getDeclaringClass())
                    ? JsonCreator.Mode.DELEGATING
                    : super.findCreatorAnnotation(config, annotated);
        }

        private static boolean isValue(Annotated annotated) {
            if (annotated instanceof AnnotatedField field) {
                return isId(field.getDeclaringClass());
            }
            return annotated instanceof AnnotatedMethod method
                    && isId(method.getDeclaringClass())
                    && method.getName().equals("value")
                    && method.getParameterCount() == 0;
        }

        private static boolean isId(Class<?> type) {
            if (!type.isRecord() || !type.getName().startsWith("com.eindr.")) {
                return false;
            }
            RecordComponent[] components = type.getRecordComponents();
            return components.length == 1 && components[0].getName().equals("value");
        }
    }

    /** Leaves what is personal to those who have the keys. */
    private static final class PersonalTexts extends BareIds {
        private static final long serialVersionUID = 1L;

        private final transient PersonalCodec personal;

        private PersonalTexts(PersonalCodec personal) {
            this.personal = personal;
        }

        @Override
        public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
            Object serializer = personal.serializer(annotated);
            return serializer == null ? super.findSerializer(config, annotated) : serializer;
        }

        @Override
        public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
            Object deserializer = personal.deserializer(annotated);
            return deserializer == null ? super.findDeserializer(config, annotated) : deserializer;
        }
    }
}
