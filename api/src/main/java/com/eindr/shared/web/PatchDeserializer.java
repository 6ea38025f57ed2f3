package com.eindr.shared.web;

import com.eindr.shared.Patch;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Reads one field of a merge patch (RFC 7396): not mentioned, set to null, or set to a value. */
final class PatchDeserializer extends ValueDeserializer<Patch<?>> {
    private final @Nullable ValueDeserializer<Object> content;

    PatchDeserializer() {
        this(null);
    }

    private PatchDeserializer(@Nullable ValueDeserializer<Object> content) {
        this.content = content;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType type = property == null ? context.getContextualType() : property.getType();
        return new PatchDeserializer(context.findContextualValueDeserializer(type.containedType(0), property));
    }

    @Override
    public Patch<?> deserialize(JsonParser parser, DeserializationContext context) {
        if (content == null) {
            throw new IllegalStateException("a patch is read as part of a body");
        }
        return Patch.of(content.deserialize(parser, context));
    }

    @Override
    public Patch<?> getNullValue(DeserializationContext context) {
        return Patch.of(null);
    }

    @Override
    public Patch<?> getAbsentValue(DeserializationContext context) {
        return Patch.absent();
    }
}
