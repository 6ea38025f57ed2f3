package com.eindr.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what the servlet container and Spring understand only when somebody asks for it, and then answer with failures
 * that look like ours.
 */
@Component
final class WellFormedRequests implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        String query = request.getQueryString();
        if (query != null && query.indexOf('%') >= 0) {
            parse(request);
        }
        String type = request.getContentType();
        if (type != null && (type.indexOf('*') >= 0 || isForm(type)) && takesBody(handler)) {
            throw new HttpMediaTypeNotSupportedException("Content-Type must name one media type, and no form.");
        }
        return true;
    }

    /** Forms are read as parameters before anybody asks whether they are wanted. */
    private static boolean isForm(String type) {
        return type.strip()
                .regionMatches(
                        true,
                        0,
                        MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                        0,
                        MediaType.APPLICATION_FORM_URLENCODED_VALUE.length());
    }

    private static void parse(HttpServletRequest request) {
        try {
            request.getParameterMap();
        } catch (IllegalStateException e) {
            // So says Jakarta Servlet 6.1, §3.1, of bytes that are no characters.
            throw InvalidRequest.of("query", "must be percent-encoded UTF-8");
        }
    }

    private static boolean takesBody(Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }
}
