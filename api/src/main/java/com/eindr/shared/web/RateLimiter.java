package com.eindr.shared.web;

import java.time.Duration;

/** Counts what a caller does and says when it is too much. Never fails: where it cannot count, it lets pass. */
public interface RateLimiter {

    /** Takes one request of this caller from the budget of {@code policy}. */
    Verdict take(String policy, String caller);

    /**
     * @param limit requests per window
     * @param window the length of the window
     * @param remaining requests left now
     * @param retryAfter how long until the next request is allowed; zero where this one is
     */
    record Verdict(boolean allowed, long limit, Duration window, long remaining, Duration retryAfter) {}
}
