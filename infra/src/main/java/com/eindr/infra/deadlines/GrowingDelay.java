package com.eindr.infra.deadlines;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/** Tries again after one second, two, four and so on; in the end every five minutes, and for ever. */
final class GrowingDelay<T> implements FailureHandler<T> {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 9;

    @Override
    public void onFailure(ExecutionComplete failure, ExecutionOperations<T> operations) {
        operations.reschedule(failure, failure.getTimeDone().plus(after(failure.getExecution().consecutiveFailures)));
    }

    /** How long to wait after a failure that followed on {@code failuresBefore} others. */
    static Duration after(int failuresBefore) {
        Duration delay = Duration.ofSeconds(1L << Math.min(failuresBefore, MOST_DOUBLINGS));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
