package com.eindr.shared.web.security;

import com.eindr.shared.MessageKeys;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.web.Correlation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request an id, the caller's own where it is harmless, and gives it back in the answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CorrelationFilter extends OncePerRequestFilter {
    /** Nothing that could break a log line or a header. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = idOf(request.getHeader(Correlation.HEADER));
        response.setHeader(Correlation.HEADER, id);
        MDC.put(MessageKeys.CORRELATION, id);
        try {
            Correlation.as(id).call(() -> {
                chain.doFilter(request, response);
                return id;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        } finally {
            MDC.remove(MessageKeys.CORRELATION);
            MDC.remove(MessageKeys.ACTOR);
        }
    }

    private static String idOf(@Nullable String given) {
        return given != null && HARMLESS.matcher(given).matches()
                ? given
                : TimeOrderedUuid.next().toString();
    }
}
