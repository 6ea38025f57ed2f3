package com.eindr.shared.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Hands what a controller has answered to {@link KeptAnswers}, after everything else that may still change it. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class AnswerKeeper implements ResponseBodyAdvice<Object> {
    private final KeptAnswers answers;
    private final WebJson json;

    AnswerKeeper(KeptAnswers answers, WebJson json) {
        this.answers = answers;
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return returned.hasMethodAnnotation(KeptUntilChange.class);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body != null && request instanceof ServletServerHttpRequest servlet) {
            answers.keep(servlet.getServletRequest(), () -> json.mapper().writeValueAsBytes(body));
        }
        return body;
    }
}
