package com.eindr.shared.web;

import java.time.Duration;

/** How far the read models have come. */
public interface ReadPositions {

    /**
     * Waits until every read model that answers people has seen a position of the log.
     *
     * @return how many positions the slowest one is still behind; 0 once all have seen it
     */
    long awaitPosition(long position, Duration atMost);

    /**
     * The same for one read model alone.
     *
     * @param name of its projection
     */
    long awaitPosition(String name, long position, Duration atMost);
}
