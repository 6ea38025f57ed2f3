package com.eindr.infra.erasure;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.Annotated;

/**
 * How what is {@link com.eindr.shared.Personal} stands in stored JSON: {@code {"of":"<person>","sealed":"<Base64>"}} in place
 * of the text. A text that stands there as it is was stored before there were keys, and is read as it is.
 */
public final class PersonalJson implements PersonalCodec {
    private static final String OF = "of";
    private static final String SEALED = "sealed";

    private final PersonalTexts texts;

    public PersonalJson(PersonalTexts texts) {
        this.texts = texts;
    }

    @Override
    public @Nullable ValueSerializer<?> serializer(Annotated annotated) {
        PersonalField field = PersonalField.of(annotated);
        return field == null ? null : new Sealing(field);
    }

    @Override
    public @Nullable ValueDeserializer<?> deserializer(Annotated annotated) {
        PersonalField field = PersonalField.of(annotated);
        return field == null ? null : new Opening(field);
    }

    private final class Sealing extends ValueSerializer<String> {
        private final PersonalField field;

        private Sealing(PersonalField field) {
            this.field = field;
        }

        @Override
        public void serialize(String words, JsonGenerator json, SerializationContext context) {
            String person = field.person(json.streamWriteContext());
            String sealed = texts.seal(person, field.place(), words);
            json.writeStartObject();
            json.writeStringProperty(OF, person);
            json.writeStringProperty(SEALED, sealed);
            json.writeEndObject();
        }
    }

    private final class Opening extends ValueDeserializer<@Nullable String> {
        private final PersonalField field;

        private Opening(PersonalField field) {
            this.field = field;
        }

        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                return json.getString();
            }
            String person = null;
            String sealed = null;
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new SealBroken(field.place() + " is neither a text nor a sealed one", null);
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals(OF)) {
                    person = json.getString();
                } else if (name.equals(SEALED)) {
                    sealed = json.getString();
                } else {
                    json.skipChildren();
                }
            }
            if (person == null || sealed == null) {
                throw new SealBroken(field.place() + " is sealed, but not as we do it", null);
            }
            String words = texts.open(person, field.place(), sealed);
            return words == null ? field.erased() : words;
        }
    }
}
