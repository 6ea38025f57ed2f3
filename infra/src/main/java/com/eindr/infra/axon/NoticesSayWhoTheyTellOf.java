package com.eindr.infra.axon;

import com.eindr.notification.NotificationEvent.NoticeRaised;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Notices of revision 1 did not say whose deed they tell; their sentence is, and stays, under the key of who reads it. */
@Component
final class NoticesSayWhoTheyTellOf extends SingleEventUpcaster {
    private static final SimpleSerializedType BEFORE = new SimpleSerializedType(NoticeRaised.class.getName(), "1");
    private static final SimpleSerializedType AFTER = new SimpleSerializedType(NoticeRaised.class.getName(), "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation stored) {
        return stored.getType().equals(BEFORE);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
        return stored.upcastPayload(AFTER, JsonNode.class, notice -> ((ObjectNode) notice.deepCopy()).putNull("about"));
    }
}
