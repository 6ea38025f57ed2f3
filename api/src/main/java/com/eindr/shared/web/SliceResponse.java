package com.eindr.shared.web;

import com.eindr.shared.Slice;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.axonframework.messaging.responsetypes.AbstractResponseType;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * Asks for an answer of the handlers that are declared to return {@code Slice<item>}.
 *
 * <p>Axon's own response type for single instances matches plain classes only, never generic ones.
 */
final class SliceResponse<T> extends AbstractResponseType<Slice<T>> {

    SliceResponse(Class<T> item) {
        super(item);
    }

    @Override
    public boolean matches(Type responseType) {
        return responseType instanceof ParameterizedType type
                && type.getRawType() == Slice.class
                && isParameterizedTypeOfExpectedType(type);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<Slice<T>> responseMessagePayloadType() {
        return (Class<Slice<T>>) (Class<?>) Slice.class;
    }

    @Override
    public ResponseType<?> forSerialization() {
        return this;
    }
}
