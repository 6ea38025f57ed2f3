package com.eindr.shared.web.security;

import com.eindr.shared.web.ProblemWriter;
import com.eindr.shared.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
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
    private final ProblemWriter problems;

    RefusedAtTheDoor(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof AuthenticationServiceException) {
            problems.write(response, Problems.unavailable());
            return;
        }
        boolean tokenRefused = refusal instanceof OAuth2AuthenticationException;
        // RFC 6750 §3: no error code where no token was sent.
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                tokenRefused ? "Bearer realm=\"eindr\", error=\"invalid_token\"" : "Bearer realm=\"eindr\"");
        problems.write(
                response,
                Problems.unauthenticated(
                        tokenRefused
                                ? "The bearer token is not valid, or no longer."
                                : "This needs a bearer token in the header Authorization."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        problems.write(response, Problems.forbidden("This needs a role that the token does not carry."));
    }
}
