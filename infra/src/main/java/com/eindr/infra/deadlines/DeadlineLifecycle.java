package com.eindr.infra.deadlines;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.springframework.context.SmartLifecycle;

/**
 * Starts db-scheduler after everything else, since the first overdue deadline needs all of it, and stops it before
 * everything else, which lets the deadlines it has picked run to their end.
 */
final class DeadlineLifecycle implements DbSchedulerStarter, SmartLifecycle {
    private final Scheduler scheduler;

    DeadlineLifecycle(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void doStart() {
        scheduler.start();
    }

    @Override
    public void start() {
        doStart();
    }

    @Override
    public void stop() {
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return scheduler.getSchedulerState().isStarted()
                && !scheduler.getSchedulerState().isShuttingDown();
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
