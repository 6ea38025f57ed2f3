package com.eindr.shared.web;

import com.eindr.shared.UserId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Gives an answer again, byte for byte, while its person has changed nothing (docs/decisions/0034). What the app opens with
 * is asked far more often than it changes, and most of such an answer's cost is its way from the tables to JSON.
 *
 * <p>An answer is stamped with its person's last change. The stamp is taken before the question is asked, and the answer
 * kept only if the read models had seen that change by then; it is given again only while the stamp is still the same. So
 * what is given again is never older than what the log's tail of this node has passed on, some milliseconds, and never
 * older than the position that {@code Consistent-With} names. Without contact to the log nothing is given again.
 */
@Component
final class KeptAnswers implements HandlerInterceptor {
    private static final String OPEN = KeptAnswers.class.getName();
    private static final long MOST_BYTES = 64 << 20;
    private static final int OVERHEAD = 300;
    /** Whatever may go wrong, nothing is older than this. A rebuilt read model shows as soon. */
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** Every zone begins its day on a quarter of an hour, UTC. */
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

    private final ChangesSeen changes;
    private final ReadPositions positions;
    private final Clock clock;
    private final Map<Method, Boolean> keeping = new ConcurrentHashMap<>();
    private final Cache<Question, Kept> answers = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Question question, Kept kept) -> kept.body.length + OVERHEAD)
            .expireAfterWrite(LONGEST)
            .build();

    KeptAnswers(ChangesSeen changes, ReadPositions positions, Clock clock) {
        this.changes = changes;
        this.positions = positions;
        this.clock = clock;
    }

    private record Question(
            UserId user, String path, @Nullable String query) {}

    /** A question that is being answered. */
    private record Open(Question question, long stamp, long quarter) {}

    private static final class Kept {
        private final long stamp;
        private final long quarter;
        private final byte[] body;

        Kept(Open open, byte[] body) {
            this.stamp = open.stamp();
            this.quarter = open.quarter();
            this.body = body;
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<Caller> caller = CurrentCaller.get();
        if (caller.isEmpty()
                || request.getDispatcherType() != DispatcherType.REQUEST
                || !(handler instanceof HandlerMethod method)
                || !keeps(method)
                || !acceptsJson(request.getHeader(HttpHeaders.ACCEPT))) {
            return true;
        }
        UserId user = caller.get().userId();
        OptionalLong stamp = changes.lastChangeOf(user, ConsistentReads.required(request));
        if (stamp.isEmpty()) {
            return true;
        }
        Open open = new Open(
                new Question(user, request.getRequestURI(), request.getQueryString()),
                stamp.getAsLong(),
                clock.instant().getEpochSecond() / QUARTER);
        Kept kept = answers.getIfPresent(open.question());
        if (kept == null || kept.stamp != open.stamp() || kept.quarter != open.quarter()) {
            if (positions.awaitPosition(open.stamp(), Duration.ZERO) == 0) {
                request.setAttribute(OPEN, open);
            }
            return true;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(kept.body.length);
        response.getOutputStream().write(kept.body);
        return false;
    }

    /** Keeps the answer to the question that this request asked, if it may be kept. */
    void keep(HttpServletRequest request, Supplier<byte[]> body) {
        if (request.getAttribute(OPEN) instanceof Open open) {
            request.removeAttribute(OPEN);
            answers.put(open.question(), new Kept(open, body.get()));
        }
    }

    private boolean keeps(HandlerMethod handler) {
        return keeping.computeIfAbsent(
                handler.getMethod(), method -> method.isAnnotationPresent(KeptUntilChange.class));
    }

    private static boolean acceptsJson(@Nullable String accept) {
        return accept == null || accept.contains("*/*") || accept.contains(MediaType.APPLICATION_JSON_VALUE);
    }
}
