package com.eindr.shared.web;

import com.eindr.shared.SliceRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller method its {@link SliceRequest}: {@code limit} and {@code cursor}.
 *
 * <p>Cursors are sealed for one path and one user, by {@link SealedSlices} on the way out and opened here on the way
 * in; the read models see their own cursors only.
 */
@Component
public final class Cursors implements HandlerMethodArgumentResolver {
    private static final String CURSOR = "cursor";
    private static final String LIMIT = "limit";
    private static final int DEFAULT_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 100;

    private final Seals seals;

    Cursors(Seals seals) {
        this.seals = seals;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SliceRequest.class;
    }

    @Override
    public SliceRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("a list is asked for over HTTP");
        }
        String cursor = request.getParameter(CURSOR);
        return new SliceRequest(limit(request.getParameter(LIMIT)), cursor == null ? null : open(cursor, request));
    }

    /** A cursor as the caller of this request may bring it back, to the same path. */
    public String seal(String cursor, HttpServletRequest request) {
        return seals.seal(cursor, CURSOR, request.getRequestURI(), owner());
    }

    private String open(String cursor, HttpServletRequest request) {
        return seals.open(cursor, CURSOR, request.getRequestURI(), owner())
                .orElseThrow(() -> InvalidRequest.of(CURSOR, "is not a cursor of this list"));
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > HIGHEST_LIMIT) {
            throw InvalidRequest.of(LIMIT, "must be a whole number from 1 to " + HIGHEST_LIMIT);
        }
        return Integer.parseInt(limit);
    }

    private static String owner() {
        return CurrentCaller.get().map(caller -> caller.userId().value()).orElse("");
    }
}
