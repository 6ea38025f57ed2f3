package com.eindr.shared.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Takes every request of a caller from one of two budgets, {@code reads} and {@code writes}, and tells them what is left.
 *
 * <p>The headers are structured fields as in the IETF draft "RateLimit header fields for HTTP"
 * (draft-ietf-httpapi-ratelimit-headers-10): a policy's quota {@code q} per window of {@code w} seconds, and how many
 * requests {@code r} remain, where there are none for {@code t} seconds.
 */
@Component
final class RateLimits implements HandlerInterceptor {
    private final RateLimiter limiter;

    RateLimits(RateLimiter limiter) {
        this.limiter = limiter;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<Caller> caller = CurrentCaller.get();
        if (caller.isEmpty() || request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        String policy = reads(request.getMethod()) ? RateLimiter.READS : RateLimiter.WRITES;
        RateLimiter.Verdict verdict = limiter.take(policy, caller.get().userId().value());
        if (verdict.limit() > 0) {
            tell(response, policy, verdict);
        }
        if (!verdict.allowed()) {
            throw new TooManyRequests(
                    "There may be " + verdict.limit() + " " + policy + " in "
                            + verdict.window().toSeconds() + " seconds.",
                    verdict.retryAfter());
        }
        return true;
    }

    private static void tell(HttpServletResponse response, String policy, RateLimiter.Verdict verdict) {
        String name = '"' + policy + '"';
        response.setHeader(
                "RateLimit-Policy",
                name + ";q=" + verdict.limit() + ";w=" + verdict.window().toSeconds());
        Duration wait = verdict.retryAfter();
        response.setHeader(
                "RateLimit",
                name + ";r=" + verdict.remaining() + (wait.isZero() ? "" : ";t=" + Problems.wholeSeconds(wait)));
    }

    private static boolean reads(String method) {
        return method.equals(HttpMethod.GET.name()) || method.equals(HttpMethod.HEAD.name());
    }
}
