package com.eindr.shared.web.openapi;

import com.eindr.shared.Patch;
import com.eindr.shared.web.LanguageTag;
import com.eindr.shared.web.Text;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Describes what the components of our records say and springdoc does not read: a component is there and is no null unless
 * it is {@code @Nullable}; one that is a {@link Patch} may be left out, and may be null unless it is {@code @NotNull}; and
 * {@link Text} says how long it may be, and {@link LanguageTag} what it looks like.
 */
@Component
final class RecordSchemas implements ModelConverter {
    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        JavaType java = Json31.mapper().constructType(type.getType());
        Schema<?> model = schema == null ? null : model(schema, context);
        if (java != null && java.getRawClass().isRecord() && model != null && model.getProperties() != null) {
            for (RecordComponent component : java.getRawClass().getRecordComponents()) {
                Schema<?> property = (Schema<?>) model.getProperties().get(component.getName());
                if (property != null) {
                    describe(model, component, property);
                }
            }
        }
        return schema;
    }

    private static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        return reference == null
                ? schema
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void describe(Schema<?> model, RecordComponent component, Schema<?> property) {
        boolean patch = component.getType() == Patch.class;
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || (patch && !component.isAnnotationPresent(NotNull.class));
        // One schema may stand for many properties, such as that of all zones.
        Schema<?> own = AnnotationsUtils.clone(property, true);
        limit(component, own);
        model.getProperties().put(component.getName(), nullable ? orNull(own) : own);
        Set<String> required = new TreeSet<>(model.getRequired() == null ? List.of() : model.getRequired());
        if (patch || nullable) {
            required.remove(component.getName());
        } else {
            required.add(component.getName());
        }
        model.setRequired(new ArrayList<>(required));
    }

    private static void limit(RecordComponent component, Schema<?> property) {
        Text text = component.getAnnotation(Text.class);
        if (text != null && property.getItems() == null) {
            property.setMaxLength(text.max());
            property.setMinLength(text.lines() ? null : 1);
        }
        if (component.isAnnotationPresent(LanguageTag.class) && property.getExample() == null) {
            property.setExample("ur-PK");
        }
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            Schema<?> nothing = new JsonSchema();
            nothing.setTypes(Set.of(NULL));
            Schema<?> reference = new JsonSchema();
            reference.set$ref(schema.get$ref());
            Schema<?> either = new JsonSchema();
            either.setDescription(schema.getDescription());
            either.setAnyOf(List.of(reference, nothing));
            return either;
        }
        if (schema.getAnyOf() != null) {
            return schema;
        }
        Set<String> types = new LinkedHashSet<>();
        if (schema.getTypes() != null) {
            types.addAll(schema.getTypes());
        } else if (schema.getType() != null) {
            types.add(schema.getType());
        }
        types.add(NULL);
        schema.setTypes(types);
        if (schema.getEnum() != null && !schema.getEnum().contains(null)) {
            schema.addEnumItemObject(null);
        }
        return schema;
    }
}
