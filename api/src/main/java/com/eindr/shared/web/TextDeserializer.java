package com.eindr.shared.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads a value from a JSON string in the type's {@link Notation}, and from nothing else. */
final class TextDeserializer<T> extends StdDeserializer<T> {
    private final Class<T> type;

    TextDeserializer(Class<T> type) {
        super(type);
        this.type = type;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return type.cast(context.handleUnexpectedToken(type, parser));
        }
        String text = parser.getString();
        try {
            return Notation.read(text, type);
        } catch (IllegalArgumentException e) {
            throw context.weirdStringException(text, type, Notation.describe(type));
        }
    }
}
