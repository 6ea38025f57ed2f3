package com.eindr.infra.commands;

import com.eindr.shared.MessageKeys;
import com.eindr.shared.SeenApart;
import com.eindr.shared.UserId;
import com.eindr.shared.web.WriteConflict;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at an aggregate's version before its command handler is called. A command that names a version
 * ({@code If-Match}) is decided on that version or not at all; asking here, after the load and before the decision,
 * gives a stale edit its 412 whatever else the aggregate would have said.
 */
@Component
class VersionGuard implements HandlerEnhancerDefinition {
    /** The version, from 1, that the command is meant for; a {@link Long} in its metadata. */
    static final String EXPECTED_VERSION = "expectedVersion";

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        return original.canHandleMessageType(CommandMessage.class) ? new Guarded<>(original) : original;
    }

    private static final class Guarded<T> extends WrappedMessageHandlingMember<T> {
        Guarded(MessageHandlingMember<T> original) {
            super(original);
        }

        @Override
        public @Nullable Object handle(Message<?> message, @Nullable T target) throws Exception {
            if (target instanceof SeenApart apart) {
                requireVersionSeen(message, apart);
            } else if (target != null && AggregateLifecycle.isLive()) {
                Long sequenceNumber = AggregateLifecycle.getVersion();
                requireVersion(message, sequenceNumber == null ? 0 : sequenceNumber + 1);
            }
            return super.handle(message, Objects.requireNonNull(target));
        }

        /** To whom it does not exist, it has no version that could be stale: the aggregate refuses in its own words. */
        private static void requireVersionSeen(Message<?> message, SeenApart aggregate) {
            if (message.getMetaData().get(MessageKeys.ACTOR) instanceof String actor) {
                long seen = aggregate.versionSeenBy(new UserId(actor));
                if (seen > 0) {
                    requireVersion(message, seen);
                }
            }
        }

        private static void requireVersion(Message<?> message, long version) {
            if (message.getMetaData().get(EXPECTED_VERSION) instanceof Long expected && expected != version) {
                throw new WriteConflict("the version is " + version + ", not " + expected);
            }
        }
    }
}
