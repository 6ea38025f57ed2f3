package com.eindr.shared.web;

import com.eindr.shared.Slice;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** The one way from the edge to the read models. Blocks, since every request has a thread of its own. */
@Component
public class Queries {
    private final QueryGateway gateway;

    Queries(QueryGateway gateway) {
        this.gateway = gateway;
    }

    /** Asks what is answered by an optional {@code answer}. */
    public <T> Optional<T> optional(Object query, Class<T> answer) {
        return ask(query, ResponseTypes.optionalInstanceOf(answer));
    }

    /** Asks what is answered by a slice of {@code item}. */
    public <T> Slice<T> slice(Object query, Class<T> item) {
        return ask(query, new SliceResponse<>(item));
    }

    private <T> T ask(Object query, ResponseType<T> answer) {
        try {
            return gateway.query(query, answer).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
