package com.eindr.shared.command;

import java.util.concurrent.Callable;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Finds the repositories of aggregates, for command handlers that write to another aggregate besides their own: all of it
 * is one commit. The handler's own event comes last, because the last one answers for the command.
 */
@FunctionalInterface
public interface Repositories {

    <T> Repository<T> of(Class<T> aggregate);

    /**
     * The aggregate of this id.
     *
     * @throws org.axonframework.modelling.command.AggregateNotFoundException if nothing ever happened to it
     */
    default <T> Aggregate<T> load(Class<T> type, Object id) {
        return of(type).load(id.toString());
    }

    /** The aggregate of this id, or a new one that no event has happened to. */
    default <T> Aggregate<T> loadOrCreate(Class<T> type, Object id, Callable<T> factory) {
        return unchecked(() -> of(type).loadOrCreate(id.toString(), factory));
    }

    /** A new aggregate, to be given its first event by {@link Aggregate#execute}. */
    default <T> Aggregate<T> create(Class<T> type, Callable<T> factory) {
        return unchecked(() -> of(type).newInstance(factory));
    }

    private static <T> T unchecked(Callable<T> access) {
        try {
            return access.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("aggregates are made without checked exceptions", e);
        }
    }
}
