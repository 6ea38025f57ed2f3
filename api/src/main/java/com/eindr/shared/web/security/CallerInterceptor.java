package com.eindr.shared.web.security;

import com.eindr.shared.MessageKeys;
import com.eindr.shared.web.Caller;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Before a controller runs: log lines name the acting user, and a new person gets their account. Here and not in a filter,
 * so that what goes wrong becomes a problem document like everything else.
 */
@Component
final class CallerInterceptor implements HandlerInterceptor, WebMvcConfigurer {
    private final FirstContact firstContact;

    CallerInterceptor(FirstContact firstContact) {
        this.firstContact = firstContact;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && authentication != null
                && authentication.getPrincipal() instanceof Caller caller) {
            MDC.put(MessageKeys.ACTOR, caller.userId().value());
            firstContact.ensureKnown(caller);
        }
        return true;
    }
}
