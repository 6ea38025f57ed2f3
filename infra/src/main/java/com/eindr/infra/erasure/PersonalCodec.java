package com.eindr.infra.erasure;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.Annotated;

/** How what is {@link com.eindr.shared.Personal} is written as JSON and read again. */
public interface PersonalCodec {

    /** What writes a component; null where that is not personal. */
    @Nullable
    ValueSerializer<?> serializer(Annotated annotated);

    /** What reads a component; null where that is not personal. */
    @Nullable
    ValueDeserializer<?> deserializer(Annotated annotated);
}
