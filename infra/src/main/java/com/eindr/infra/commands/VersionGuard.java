package com.eindr.infra.commands;

import com.eindr.shared.MessageKeys;
import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;
import com.eindr.shared.SeenApart;
import com.eindr.shared.UserId;
import com.eindr.shared.web.WriteConflict;
import java.util.Objects;
import java.util.OptionalLong;
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
 * gives a stale edit its 412, unless what it is about is not there for the one who asks.
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
            T aggregate = Objects.requireNonNull(target);
            if (message.getMetaData().get(EXPECTED_VERSION) instanceof Long expected) {
                OptionalLong version = version(message, aggregate);
                if (version.isPresent() && version.getAsLong() != expected) {
                    refuseToStrangers(message, aggregate);
                    throw new WriteConflict("the version is " + version.getAsLong() + ", not " + expected);
                }
            }
            return super.handle(message, aggregate);
        }

        /**
         * Has the command decided, for the sake of one answer only: whoever may not know of the aggregate is told the same
         * as without a version. Whatever else is decided is undone by the conflict that follows.
         */
        private void refuseToStrangers(Message<?> message, T aggregate) throws Exception {
            try {
                super.handle(message, aggregate);
            } catch (Refusal e) {
                if (e.reason().kind() == RefusalReason.Kind.NOT_FOUND) {
                    throw e;
                }
            }
        }

        /** Empty where there is nothing yet, or nothing that the actor may know of: the aggregate refuses in its own words. */
        private static OptionalLong version(Message<?> message, Object aggregate) {
            if (aggregate instanceof SeenApart apart) {
                return message.getMetaData().get(MessageKeys.ACTOR) instanceof String actor
                        ? seen(apart.versionSeenBy(new UserId(actor)))
                        : OptionalLong.empty();
            }
            if (!AggregateLifecycle.isLive()) {
                return OptionalLong.empty();
            }
            Long sequenceNumber = AggregateLifecycle.getVersion();
            return OptionalLong.of(sequenceNumber == null ? 0 : sequenceNumber + 1);
        }

        private static OptionalLong seen(long version) {
            return version > 0 ? OptionalLong.of(version) : OptionalLong.empty();
        }
    }
}
