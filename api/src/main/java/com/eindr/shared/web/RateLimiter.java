package com.eindr.shared.web;

import java.time.Duration;

/** Counts what a caller does and says when it is too much. Never fails: where it cannot count, it lets pass. */
public interface RateLimiter {
    /** The policy of requests that change nothing. */
    String READS = "reads";

    /** The policy of requests that may change something. */
    String WRITES = "writes";

    /** Takes one request of this caller from the budget of {@code policy}. */
    Verdict take(String policy, String caller);

    /**
     * @param limit requests per window; 0 where there is no limit
     * @param window the length of the window
     * @param remaining requests left now
     * @param retryAfter how long until the next request is allowed; zero where this one is
     */
    record Verdict(boolean allowed, long limit, Duration window, long remaining, Duration retryAfter) {}
}
