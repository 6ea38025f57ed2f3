package com.eindr.infra.commands;

import com.eindr.infra.eventlog.CurrentWrite;
import com.eindr.infra.eventlog.CurrentWrite.Appended;
import com.eindr.infra.eventlog.CurrentWrite.CallerKey;
import com.eindr.infra.eventlog.KeyTaken;
import com.eindr.infra.eventlog.Rehearsed;
import com.eindr.shared.MessageKeys;
import com.eindr.shared.Refusal;
import com.eindr.shared.web.Commands;
import com.eindr.shared.web.Correlation;
import com.eindr.shared.web.Receipt;
import com.eindr.shared.web.Rehearsal;
import com.eindr.shared.web.StillRunning;
import com.eindr.shared.web.StoreUnavailable;
import com.eindr.shared.web.WriteConflict;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.WriteRequest.IdempotencyKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides the writes of the edge, each idempotency key once.
 *
 * <p>Nothing is looked up before the decision. The key travels with the events into the log, whose unique index lets it
 * in once: a repetition is found out when it commits, or, if the domain refuses it or has nothing to do any more, by the
 * look that a refused or empty keyed command takes at the key. Either way the first answer is given again. So the common
 * case costs nothing, and two simultaneous twins on two nodes cannot both win.
 */
@Component
class CommandExecutor implements Commands {
    private final CommandGateway gateway;
    private final EventStore events;
    private final IdempotencyKeys keys;
    private final CommandMeters meters;
    private final CommandTargetResolver targets;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();

    CommandExecutor(
            CommandGateway gateway,
            EventStore events,
            IdempotencyKeys keys,
            CommandMeters meters,
            CommandTargetResolver targets) {
        this.gateway = gateway;
        this.events = events;
        this.keys = keys;
        this.meters = meters;
        this.targets = targets;
    }

    private record Running(String caller, String key) {}

    @Override
    public Receipt execute(Object command, WriteRequest request) {
        return meters.measure(command, () -> {
            IdempotencyKey sent = request.idempotencyKey();
            return sent == null
                    ? decide(command, request, null).receipt()
                    : once(command, request, new CallerKey(request.actor().value(), sent.value(), sent.fingerprint()));
        });
    }

    /** The events get as far as the log, which hands them back instead of keeping them; the unit of work is rolled back. */
    @Override
    public Rehearsal rehearse(Object command, WriteRequest request) {
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command).andMetaData(metaData(request));
        try {
            Object result = CurrentWrite.rehearsal().scope().call(() -> dispatch(message));
            String aggregateId = targets.resolveTarget(message).getIdentifier();
            return new Rehearsal(aggregateId, result instanceof Number number ? number.longValue() : 0, List.of());
        } catch (Rehearsed would) {
            DomainEventMessage<?> last = would.events().getLast();
            requireNew(command, would.events(), last.getAggregateIdentifier());
            return new Rehearsal(
                    last.getAggregateIdentifier(),
                    Appended.versionAfter(last),
                    would.events().stream().<Object>map(Message::getPayload).toList());
        }
    }

    /** That an id is taken is found out by the append, which a rehearsal does not come to. */
    private void requireNew(Object command, List<? extends DomainEventMessage<?>> would, String aggregateId) {
        boolean creates = would.stream()
                .anyMatch(event -> event.getSequenceNumber() == 0
                        && event.getAggregateIdentifier().equals(aggregateId));
        Refusal exists = DomainRefusals.exists(command);
        if (creates
                && exists != null
                && events.lastSequenceNumberFor(aggregateId).isPresent()) {
            throw exists;
        }
    }

    private Receipt once(Object command, WriteRequest request, CallerKey key) {
        Running name = new Running(key.caller(), key.value());
        if (!running.add(name)) {
            throw new StillRunning("the first request with this idempotency key is still being decided");
        }
        try {
            return firstAnswer(command, request, key);
        } finally {
            running.remove(name);
        }
    }

    private Receipt firstAnswer(Object command, WriteRequest request, CallerKey key) {
        try {
            Decision decision = decide(command, request, key);
            return decision.recorded()
                    ? decision.receipt()
                    : keys.keep(key, new StoredAnswer(key.fingerprint(), decision.receipt(), null))
                            .repeat(key.fingerprint());
        } catch (KeyTaken e) {
            return keys.find(key)
                    .orElseThrow(() -> new StoreUnavailable("the idempotency key was forgotten this moment", e))
                    .repeat(key.fingerprint());
        } catch (WriteConflict e) {
            // Nothing was decided, so nothing is kept; but the conflict may be with this key's own first write.
            StoredAnswer first = keys.find(key).orElseThrow(() -> e);
            return first.repeat(key.fingerprint());
        } catch (Refusal e) {
            Receipt nothing = new Receipt("", 0, 0);
            return keys.keep(key, new StoredAnswer(key.fingerprint(), nothing, StoredAnswer.toJson(e)))
                    .repeat(key.fingerprint());
        }
    }

    /** @param recorded whether events were appended, and the key, if any, with them */
    private record Decision(Receipt receipt, boolean recorded) {}

    private Decision decide(Object command, WriteRequest request, @Nullable CallerKey key) {
        CommandMessage<Object> message =
                GenericCommandMessage.asCommandMessage(command).andMetaData(metaData(request));
        CurrentWrite write = new CurrentWrite(key);
        Object result = write.scope().call(() -> dispatch(message));
        Appended appended = write.appended();
        if (appended != null) {
            return new Decision(new Receipt(appended.aggregateId(), appended.version(), appended.position()), true);
        }
        String aggregateId = targets.resolveTarget(message).getIdentifier();
        long version = result instanceof Number number
                ? number.longValue()
                : events.lastSequenceNumberFor(aggregateId).orElse(-1L) + 1;
        long position = events.createHeadToken().position().orElse(0);
        return new Decision(new Receipt(aggregateId, version, position), false);
    }

    private @Nullable Object dispatch(CommandMessage<Object> message) {
        try {
            return gateway.<@Nullable Object>sendAndWait(message);
        } catch (AggregateNotFoundException | IncompatibleAggregateException e) {
            // The second: the id belongs to something of another kind, which is nobody's business.
            throw refusalOr(DomainRefusals.absent(message.getPayload()), e);
        } catch (AggregateStreamCreationException e) {
            throw refusalOr(DomainRefusals.exists(message.getPayload()), e);
        } catch (ConcurrencyException e) {
            throw new StoreUnavailable("too many others change the same thing at this moment", e);
        }
    }

    private static RuntimeException refusalOr(@Nullable Refusal refusal, RuntimeException otherwise) {
        return refusal == null ? otherwise : refusal;
    }

    private static Map<String, Object> metaData(WriteRequest request) {
        Map<String, Object> metaData = new LinkedHashMap<>();
        metaData.put(MessageKeys.ACTOR, request.actor().value());
        metaData.put(MessageKeys.CORRELATION, Correlation.current());
        request.expectedVersion().ifPresent(version -> metaData.put(VersionGuard.EXPECTED_VERSION, version));
        return metaData;
    }
}
