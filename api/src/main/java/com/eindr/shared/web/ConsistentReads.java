package com.eindr.shared.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request with {@code Consistent-With} wait until the read models have seen the write it names.
 *
 * <p>Writes may ask for it as well, since some take a default from a read model.
 */
@Component
final class ConsistentReads implements HandlerInterceptor {
    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final String REQUIRED = ConsistentReads.class.getName();

    private final ConsistencyTokens tokens;
    private final ReadPositions positions;

    ConsistentReads(ConsistencyTokens tokens, ReadPositions positions) {
        this.tokens = tokens;
        this.positions = positions;
    }

    /** The position that the answer to this request must have seen; 0 where the caller asked for none. */
    static long required(HttpServletRequest request) {
        return request.getAttribute(REQUIRED) instanceof Long position ? position : 0;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String token = request.getHeader(ConsistencyTokens.HEADER);
        if (token != null && request.getDispatcherType() == DispatcherType.REQUEST) {
            long position = tokens.open(token);
            AnswersFrom source = handler instanceof HandlerMethod method
                    ? method.getBeanType().getAnnotation(AnswersFrom.class)
                    : null;
            long lag = source == null
                    ? positions.awaitPosition(position, LONGEST_WAIT)
                    : positions.awaitPosition(source.value(), position, LONGEST_WAIT);
            if (lag > 0) {
                throw new ReadsBehind(lag);
            }
            request.setAttribute(REQUIRED, position);
        }
        return true;
    }
}
