package com.eindr.infra.positions;

import com.eindr.shared.web.ReadPositions;
import com.eindr.shared.web.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Waits for projections. Those that run on this node are asked every other millisecond, in memory; those that run
 * elsewhere fifty times a second, in the database.
 */
@Component
class ProjectionReadPositions implements ReadPositions {
    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();
    private static final long DATABASE_PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final ProjectionPositions positions;

    ProjectionReadPositions(ProjectionPositions positions) {
        this.positions = positions;
    }

    @Override
    public long awaitPosition(long position, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        long behind = 0;
        for (String name : positions.awaited()) {
            behind = Math.max(behind, await(name, position, deadline));
        }
        return behind;
    }

    @Override
    public long awaitPosition(String name, long position, Duration atMost) {
        return await(name, position, System.nanoTime() + atMost.toNanos());
    }

    private long await(String name, long position, long deadline) {
        long nextLook = System.nanoTime();
        long reached = positions.here(name);
        while (reached < position) {
            long now = System.nanoTime();
            if (now - nextLook >= 0) {
                reached = anywhere(name);
                nextLook = now + DATABASE_PAUSE_NANOS;
            }
            if (reached >= position
                    || now - deadline >= 0
                    || Thread.currentThread().isInterrupted()) {
                return Math.max(0, position - reached);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            reached = Math.max(reached, positions.here(name));
        }
        return 0;
    }

    private long anywhere(String name) {
        try {
            return positions.anywhere(name);
        } catch (DataAccessException e) {
            throw new StoreUnavailable("the positions of the read models cannot be read now", e);
        }
    }
}
