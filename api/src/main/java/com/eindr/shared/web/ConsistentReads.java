package com.eindr.shared.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request with {@code Consistent-With} wait until the read models have seen the write it names.
 *
 * <p>Writes may ask for it as well, since some take a default from a read model.
 */
@Component
final class ConsistentReads implements HandlerInterceptor {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final ConsistencyTokens tokens;
    private final ReadPositions positions;

    ConsistentReads(ConsistencyTokens tokens, ReadPositions positions) {
        this.tokens = tokens;
        this.positions = positions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String token = request.getHeader(ConsistencyTokens.HEADER);
        if (token != null && request.getDispatcherType() == DispatcherType.REQUEST) {
            long lag = positions.awaitPosition(tokens.open(token), LONGEST_WAIT);
            if (lag > 0) {
                throw new ReadsBehind(lag);
            }
        }
        return true;
    }
}
