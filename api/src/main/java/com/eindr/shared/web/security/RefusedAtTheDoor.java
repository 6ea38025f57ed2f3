package com.eindr.shared.web.security;

import com.eindr.shared.web.Problem;
import com.eindr.shared.web.ProblemWriter;
import com.eindr.shared.web.Problems;
import com.eindr.shared.web.security.TokenVerifier.KeysUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * The answers to requests that no controller sees. They tell what kind of request it was, and nothing of why the token is
 * not one: whoever forges tokens learns nothing from us.
 */
@Component
final class RefusedAtTheDoor implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String CHALLENGE = "Bearer realm=\"eindr\"";

    private final ProblemWriter writer;

    RefusedAtTheDoor(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException refusal)
            throws IOException {
        writer.write(response, problem(refusal));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        writer.write(response, Problems.forbidden("This needs a role that the token does not carry."));
    }

    /** Not Spring's AuthenticationServiceException, which its filter lets through to become an internal error. */
    static final class CannotTellNow extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        CannotTellNow(KeysUnavailable cause) {
            super("the token cannot be checked now", cause);
        }
    }

    private static Problem problem(@Nullable AuthenticationException refusal) {
        return switch (refusal) {
            case CannotTellNow keysAreUnavailable -> Problems.unavailable();
            case OAuth2AuthenticationException badToken ->
                Problems.unauthenticated("The bearer token is not valid, or no longer.")
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
            // RFC 6750 §3: no error code where no token was sent.
            case null, default ->
                Problems.unauthenticated("This needs a bearer token in the header Authorization.")
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        };
    }
}
