package com.eindr.shared.web;

import com.eindr.shared.web.WriteRequest.IdempotencyKey;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
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
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Gives a controller method its {@link WriteRequest}: the caller, {@code Idempotency-Key} and {@code If-Match}. */
@Component
final class WriteRequests implements HandlerMethodArgumentResolver {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final int BLOCK = 8192;
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
            throws IOException, ServletException {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("a write comes over HTTP");
        }
        Caller caller = CurrentCaller.get()
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("a write has a caller"));
        return new WriteRequest(
                caller.userId(), key(request), EntityTags.expectedVersion(request.getHeader(HttpHeaders.IF_MATCH)));
    }

    private static @Nullable IdempotencyKey key(HttpServletRequest request) throws IOException, ServletException {
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
    private static String fingerprint(HttpServletRequest request) throws IOException, ServletException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String query = request.getQueryString();
            String line = request.getMethod() + ' ' + request.getRequestURI() + '?' + (query == null ? "" : query);
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            // No request line has a line feed, so the body cannot pretend to be part of it.
            digest.update((byte) '\n');
            MultipartHttpServletRequest multipart =
                    WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
            if (multipart == null) {
                digest.update(BufferedRequest.bodyOf(request));
            } else {
                parts(multipart, digest);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** By names and contents: what stands between the parts is another in every request, and no part of what is ordered. */
    private static void parts(MultipartHttpServletRequest request, MessageDigest digest)
            throws IOException, ServletException {
        // Reads the body, and fails as Spring does where that is none; the container would fail in ways of its own.
        request.getMultiFileMap();
        List<Part> parts = request.getParts().stream()
                .sorted(Comparator.comparing(Part::getName))
                .toList();
        byte[] block = new byte[BLOCK];
        for (Part part : parts) {
            String heading = part.getName().length() + ":" + part.getName() + ':' + part.getSize() + '\n';
            digest.update(heading.getBytes(StandardCharsets.UTF_8));
            try (InputStream content = part.getInputStream()) {
                for (int read = content.read(block); read >= 0; read = content.read(block)) {
                    digest.update(block, 0, read);
                }
            }
        }
    }
}
