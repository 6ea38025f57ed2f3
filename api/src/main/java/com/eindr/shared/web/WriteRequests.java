package com.eindr.shared.web;

import com.eindr.shared.web.WriteRequest.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller method its {@link WriteRequest}: the caller, {@code Idempotency-Key} and {@code If-Match}. */
@Component
final class WriteRequests implements HandlerMethodArgumentResolver {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == WriteRequest.class;
    }

    @Override
    public WriteRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder)
            throws IOException {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("a write comes over HTTP");
        }
        Caller caller = CurrentCaller.get()
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("a write has a caller"));
        return new WriteRequest(
                caller.userId(), key(request), EntityTags.expectedVersion(request.getHeader(HttpHeaders.IF_MATCH)));
    }

    private static @Nullable IdempotencyKey key(HttpServletRequest request) throws IOException {
        String key = request.getHeader(IDEMPOTENCY_KEY);
        if (key == null) {
            return null;
        }
        if (!KEY.matcher(key).matches()) {
            throw InvalidRequest.of(IDEMPOTENCY_KEY, "must have 1 to 255 visible ASCII characters");
        }
        return new IdempotencyKey(key, fingerprint(request));
    }

    /** SHA-256 over method, path, query and body: what makes two requests the same. */
    private static String fingerprint(HttpServletRequest request) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String query = request.getQueryString();
            String line = request.getMethod() + ' ' + request.getRequestURI() + '?' + (query == null ? "" : query);
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            // No request line has a line feed, so the body cannot pretend to be part of it.
            digest.update((byte) '\n');
            return HexFormat.of().formatHex(digest.digest(BufferedRequest.bodyOf(request)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
