package com.eindr.infra.eventlog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.stereotype.Component;

/**
 * What has become of the aggregates that this node has changed lately (docs/decisions/0101). Each is a snapshot like those of
 * the {@link SnapshotTable}, only younger: the events behind it are read all the same, and so what another node has appended
 * is never missed.
 */
@Component
public final class SnapshotsAtHand {
    private static final int MOST = 20_000;

    /** Contacts' names are in them, and are not to outlive an erased person for long. */
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Cache<String, AtHand> snapshots =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LIFETIME).build();

    /** @param stored the place in the stream of the last one that was given to the table; -1 where none is known of */
    private record AtHand(DomainEventMessage<?> snapshot, long stored) {
        long number() {
            return snapshot.getSequenceNumber();
        }
    }

    /** The latest snapshot of an aggregate that this node has made. */
    public Optional<DomainEventMessage<?>> find(String aggregateId) {
        return Optional.ofNullable(snapshots.getIfPresent(aggregateId)).map(AtHand::snapshot);
    }

    /**
     * Keeps what has become of an aggregate, whose events until then are durable.
     *
     * @param every how many events come between two that are given to the table
     * @return whether this is one that the table should have, for other nodes and for this one after a restart
     */
    public boolean keep(DomainEventMessage<?> snapshot, int every) {
        AtHand kept = snapshots.asMap().compute(snapshot.getAggregateIdentifier(), (id, before) -> {
            long number = snapshot.getSequenceNumber();
            if (before != null && before.number() >= number) {
                return before;
            }
            long stored = before == null ? -1 : before.stored();
            return new AtHand(snapshot, number - stored >= every ? number : stored);
        });
        return kept.stored() == snapshot.getSequenceNumber();
    }
}
