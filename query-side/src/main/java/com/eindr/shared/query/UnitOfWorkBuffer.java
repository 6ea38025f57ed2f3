package com.eindr.shared.query;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Gathers the events of one unit of work, so that a batch of five hundred is written by a few statements and not by a
 * thousand. They are written just before the commit, in the transaction that moves the token too.
 *
 * @param <E> the catalogue of the events
 */
public final class UnitOfWorkBuffer<E> {
    private final String resource;
    private final Flush<E> flush;

    public UnitOfWorkBuffer(String projection, Flush<E> flush) {
        this.resource = "com.eindr.projection.buffer." + projection;
        this.flush = flush;
    }

    public void add(Recorded<E> recorded) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        List<Recorded<E>> batch = work.getOrComputeResource(resource, key -> {
            List<Recorded<E>> fresh = new ArrayList<>();
            work.onPrepareCommit(committing -> write(fresh, work));
            return fresh;
        });
        batch.add(recorded);
    }

    /** Writes what there is already, for something that has to come after it. */
    void flush() {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        List<Recorded<E>> batch = work.getResource(resource);
        if (batch != null) {
            write(batch, work);
        }
    }

    private void write(List<Recorded<E>> batch, UnitOfWork<?> work) {
        if (!batch.isEmpty()) {
            List<Recorded<E>> written = List.copyOf(batch);
            batch.clear();
            flush.write(written, work.getResource(Projection.REBUILDING) != null);
        }
    }

    /** Writes a batch. */
    @FunctionalInterface
    public interface Flush<E> {
        void write(List<Recorded<E>> batch, boolean rebuilding);
    }
}
