package com.eindr.infra.axon;

import com.eindr.shared.TimeOrderedUuid;
import org.axonframework.common.IdentifierFactory;

/** Gives messages ids that grow with time, so that their indexes grow at one end. Found by Axon as a service. */
public final class TimeOrderedIdentifiers extends IdentifierFactory {
    @Override
    public String generateIdentifier() {
        return TimeOrderedUuid.next().toString();
    }
}
