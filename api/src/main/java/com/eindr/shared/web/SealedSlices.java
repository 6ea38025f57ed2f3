package com.eindr.shared.web;

import com.eindr.shared.Slice;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Seals the cursor of every slice that is answered, so that {@link Cursors} can tell it from one made elsewhere. */
@ControllerAdvice
@Order(0)
final class SealedSlices implements ResponseBodyAdvice<Object> {
    private final Cursors cursors;

    SealedSlices(Cursors cursors) {
        this.cursors = cursors;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Slice<?> slice
                && slice.nextCursor() != null
                && request instanceof ServletServerHttpRequest servlet) {
            HttpServletRequest inner = servlet.getServletRequest();
            return new Slice<>(slice.items(), cursors.seal(slice.nextCursor(), inner));
        }
        return body;
    }
}
