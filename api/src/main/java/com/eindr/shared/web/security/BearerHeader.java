package com.eindr.shared.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Takes the token from the header {@code Authorization} (RFC 6750 §2.1), and from nowhere else. As the framework's own,
 * without its regular expression, which went over every character of the token twice.
 */
final class BearerHeader implements BearerTokenResolver {
    private static final String SCHEME = "Bearer ";

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length() - 1)) {
            return null;
        }
        if (header.length() <= SCHEME.length() || header.charAt(SCHEME.length() - 1) != ' ') {
            throw new InvalidBearerTokenException("no token behind the scheme");
        }
        String token = header.substring(SCHEME.length());
        for (int i = 0; i < token.length(); i++) {
            if (!isOfToken(token.charAt(i))) {
                throw new InvalidBearerTokenException("not a token");
            }
        }
        return token;
    }

    /** A character of the RFC's {@code b64token}. */
    private static boolean isOfToken(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "-._~+/=".indexOf(c) >= 0);
    }
}
