package com.eindr.infra.eventlog;

import com.eindr.shared.MessageKeys;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The write that the present thread is executing: what the log is to keep with the events, and where they ended up.
 *
 * <p>Commands run from beginning to commit on the thread that dispatched them, so a scoped value connects the edge with
 * the log without either knowing the other.
 */
public final class CurrentWrite {
    private static final ScopedValue<CurrentWrite> CURRENT = ScopedValue.newInstance();

    private final @Nullable CallerKey key;
    private final boolean rehearsal;
    private @Nullable Appended appended;

    /** @param key null where the caller sent no idempotency key */
    public CurrentWrite(@Nullable CallerKey key) {
        this(key, false);
    }

    private CurrentWrite(@Nullable CallerKey key, boolean rehearsal) {
        this.key = key;
        this.rehearsal = rehearsal;
    }

    /** A write that is only tried: it ends with {@link Rehearsed} where its events would be appended. */
    public static CurrentWrite rehearsal() {
        return new CurrentWrite(null, true);
    }

    /**
     * What would be appended has been decided.
     *
     * @throws Rehearsed if the calling thread only tries a write; then nothing may be appended. For event stores only.
     */
    public static void endOfRehearsal(List<? extends DomainEventMessage<?>> events) {
        CurrentWrite write = get();
        if (write != null && write.rehearsal) {
            throw new Rehearsed(events);
        }
    }

    /**
     * A caller's idempotency key.
     *
     * @param fingerprint of the request that the key stands for
     */
    public record CallerKey(String caller, String value, String fingerprint) {}

    /**
     * What was appended.
     *
     * @param version of the aggregate after it, from 1
     * @param position of the last event
     */
    public record Appended(String aggregateId, long version, long position) {

        /**
         * What is told of an append.
         *
         * @param last the last event of it, which answers for all
         */
        public static Appended of(DomainEventMessage<?> last, long position) {
            return new Appended(last.getAggregateIdentifier(), versionAfter(last), position);
        }

        /** The version that whoever acted is told: the event's own place, unless it says otherwise. */
        public static long versionAfter(DomainEventMessage<?> event) {
            return event.getMetaData().get(MessageKeys.VERSION) instanceof String version
                    ? Long.parseLong(version)
                    : event.getSequenceNumber() + 1;
        }
    }

    /** Where {@code body} is to run as part of this write. */
    public ScopedValue.Carrier scope() {
        return ScopedValue.where(CURRENT, this);
    }

    /** The write that the calling thread executes; null outside of one. For event stores only. */
    public static @Nullable CurrentWrite get() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** The key, for the one append that is to carry it. */
    public @Nullable CallerKey key() {
        return key;
    }

    /** Takes note of what an event store has made durable. */
    public void appended(Appended where) {
        appended = where;
    }

    /** What the write has appended; null where the command recorded nothing. */
    public @Nullable Appended appended() {
        return appended;
    }
}
