package com.eindr.shared.query;

import com.eindr.shared.Changes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.axonframework.messaging.responsetypes.AbstractResponseType;
import org.axonframework.messaging.responsetypes.ResponseType;

/**
 * Asks for an answer of the handlers that are declared to return {@code Changes<item>}; Axon's own response type for single
 * instances matches plain classes only.
 *
 * @param <T> the item
 */
public final class ChangesResponse<T> extends AbstractResponseType<Changes<T>> {

    public ChangesResponse(Class<T> item) {
        super(item);
    }

    @Override
    public boolean matches(Type responseType) {
        return responseType instanceof ParameterizedType type
                && type.getRawType() == Changes.class
                && isParameterizedTypeOfExpectedType(type);
    }

    @Override
    @SuppressWarnings("unchecked") // The class of all changes is the class of these.
    public Class<Changes<T>> responseMessagePayloadType() {
        return (Class<Changes<T>>) (Class<?>) Changes.class;
    }

    @Override
    public ResponseType<?> forSerialization() {
        return this;
    }
}
