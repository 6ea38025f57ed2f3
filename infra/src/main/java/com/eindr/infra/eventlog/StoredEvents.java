package com.eindr.infra.eventlog;

import java.util.List;

/**
 * Reads the log as it is stored, wherever that is, up to its safe horizon: what is answered once is answered for ever at
 * the same position, and nothing will appear before it.
 */
public interface StoredEvents {

    /**
     * The position of the last event that is really there, asked of the log; 0 for an empty log.
     *
     * @throws com.eindr.shared.web.StoreUnavailable if the log does not answer
     */
    long last();

    /**
     * The events behind a position, in order; fewer than {@code limit} only at the end.
     *
     * @throws com.eindr.shared.web.StoreUnavailable if the log does not answer
     */
    List<StoredEvent> after(long position, int limit);

    /**
     * The events at these positions, in order.
     *
     * @throws com.eindr.shared.web.StoreUnavailable if the log does not answer
     */
    List<StoredEvent> at(List<Long> positions);
}
