package com.eindr.shared.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answers to requests that no controller sees. They tell what kind of request it was, and nothing of why the token is
 * not one: whoever forges tokens learns nothing from us.
 */
@Component
final class RefusedAtTheDoor implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String TYPES = "https://eindr.app/problems/";

    private final JsonMapper mapper;

    RefusedAtTheDoor(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Tokens cannot be checked now.");
            return;
        }
        boolean tokenRefused = refusal instanceof OAuth2AuthenticationException;
        // RFC 6750 §3: no error code where no token was sent.
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                tokenRefused ? "Bearer realm=\"eindr\", error=\"invalid_token\"" : "Bearer realm=\"eindr\"");
        write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "unauthorized",
                tokenRefused
                        ? "The bearer token is not valid, or no longer."
                        : "This needs a bearer token in the header Authorization.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        write(request, response, HttpStatus.FORBIDDEN, "forbidden", "This needs a role that the token does not carry.");
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String slug, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream()
                .write(mapper.writeValueAsBytes(new Problem(
                        TYPES + slug, status.getReasonPhrase(), status.value(), detail, request.getRequestURI())));
    }

    /** RFC 9457. */
    private record Problem(String type, String title, int status, String detail, String instance) {}
}
