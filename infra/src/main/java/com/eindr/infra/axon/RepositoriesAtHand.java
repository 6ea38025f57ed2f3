package com.eindr.infra.axon;

import com.eindr.infra.eventlog.SnapshotsAtHand;
import com.eindr.shared.Snapshotted;
import com.eindr.shared.command.Repositories;
import java.util.concurrent.Callable;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Lets command handlers write to another aggregate besides their own. Many commands go through one such aggregate, so what
 * has become of it is kept at hand for the next one, where it is {@link Snapshotted} (docs/decisions/0101).
 */
final class RepositoriesAtHand implements Repositories {
    private final ObjectProvider<Configuration> axon;
    private final SnapshotsAtHand atHand;
    private final ObjectProvider<ValueSnapshotter> snapshotter;
    private final int every;

    /** @param every how many events come between two snapshots that are stored */
    RepositoriesAtHand(
            ObjectProvider<Configuration> axon,
            SnapshotsAtHand atHand,
            ObjectProvider<ValueSnapshotter> snapshotter,
            int every) {
        this.axon = axon;
        this.atHand = atHand;
        this.snapshotter = snapshotter;
        this.every = every;
    }

    @Override
    public <T> Repository<T> of(Class<T> aggregate) {
        return axon.getObject().repository(aggregate);
    }

    @Override
    public <T> Aggregate<T> load(Class<T> type, Object id) {
        return keptAfterCommit(type, Repositories.super.load(type, id));
    }

    @Override
    public <T> Aggregate<T> loadOrCreate(Class<T> type, Object id, Callable<T> factory) {
        return keptAfterCommit(type, Repositories.super.loadOrCreate(type, id, factory));
    }

    private <T> Aggregate<T> keptAfterCommit(Class<T> type, Aggregate<T> aggregate) {
        if (Snapshotted.class.isAssignableFrom(type)) {
            // Not before: until then nobody knows whether it has happened.
            CurrentUnitOfWork.get().afterCommit(work -> keep(aggregate));
        }
        return aggregate;
    }

    private void keep(Aggregate<?> aggregate) {
        Long version = aggregate.version();
        if (version != null) {
            Object value = aggregate.invoke(root -> ((Snapshotted) root).snapshot());
            var snapshot =
                    new GenericDomainEventMessage<>(aggregate.type(), aggregate.identifierAsString(), version, value);
            if (atHand.keep(snapshot, every)) {
                snapshotter.getObject().store(snapshot);
            }
        }
    }
}
