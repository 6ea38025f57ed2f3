package com.eindr.infra.erasure;

import com.eindr.shared.UserId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.Annotated;

/** Shows one person their own words, and null in place of anybody else's. */
final class OwnWords implements PersonalCodec {
    private final UserId person;

    OwnWords(UserId person) {
        this.person = person;
    }

    @Override
    public @Nullable ValueSerializer<?> serializer(Annotated annotated) {
        PersonalField field = PersonalField.of(annotated);
        return field == null ? null : new Showing(field);
    }

    /** Nothing is read. */
    @Override
    public @Nullable ValueDeserializer<?> deserializer(Annotated annotated) {
        return null;
    }

    private final class Showing extends ValueSerializer<String> {
        private final PersonalField field;

        private Showing(PersonalField field) {
            this.field = field;
        }

        @Override
        public void serialize(String words, JsonGenerator json, SerializationContext context) {
            if (field.person(json.streamWriteContext()).equals(person.value())) {
                json.writeString(words);
            } else {
                json.writeNull();
            }
        }
    }
}
