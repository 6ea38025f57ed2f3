package com.eindr.shared.web;

import java.time.Duration;

/** How far the read models have come. */
public interface ReadPositions {

    /**
     * Waits until every read model that the API answers from has seen a position of the log.
     *
     * @return how many positions the slowest one is still behind; 0 once all have seen it
     */
    long awaitPosition(long position, Duration atMost);
}
