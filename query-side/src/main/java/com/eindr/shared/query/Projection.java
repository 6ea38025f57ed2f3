package com.eindr.shared.query;

import java.util.List;

/**
 * A read model that follows the log: the same events always make the same tables.
 *
 * <p>Whoever replays it runs its event handlers in a unit of work of their own, whose transaction sees other tables of the
 * same names first on its search path, and marks that unit of work with {@link #REBUILDING}.
 */
public interface Projection {

    /**
     * The name of the unit-of-work resource whose presence says that events are replayed into a copy of the tables: what
     * lives outside them (positions, views in Redis) belongs to the live tables and stays as it is.
     */
    String REBUILDING = "com.eindr.projection.rebuilding";

    /** The name of its processing group. */
    String name();

    /** Every table it writes, unqualified. */
    List<String> tables();

    /**
     * Whether every request that waits for a write waits for this read model. Where not, only those wait whose controller
     * says that it answers from it.
     */
    default boolean isAwaited() {
        return true;
    }

    /** Called once a rebuilt copy has taken the place of the tables and is visible to all. */
    default void replaced() {}
}
