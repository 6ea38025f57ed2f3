package com.eindr.shared.web.security;

import com.eindr.shared.web.Correlation;
import com.eindr.shared.web.ProblemWriter;
import com.eindr.shared.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Which pages may call from within a browser; the security filter chain takes the filter by its name. */
@Configuration(proxyBeanMethods = false)
class CrossOriginConfiguration {
    private static final Duration PREFLIGHT_LASTS = Duration.ofHours(1);

    /** @param origins of browser clients, as {@code https://app.example.org}; none by default */
    @Bean
    CorsFilter corsFilter(@Value("${eindr.cors.allowed-origins:}") List<String> origins, ProblemWriter writer) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of(
                HttpMethod.GET.name(),
                HttpMethod.POST.name(),
                HttpMethod.PUT.name(),
                HttpMethod.PATCH.name(),
                HttpMethod.DELETE.name()));
        cors.setAllowedHeaders(List.of(
                "Authorization",
                "Content-Type",
                "Accept",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "Consistent-With",
                "Last-Event-ID",
                Correlation.HEADER));
        cors.setExposedHeaders(List.of(
                "ETag",
                "Location",
                "Consistency-Token",
                "Retry-After",
                "RateLimit",
                "RateLimit-Policy",
                Correlation.HEADER));
        cors.setMaxAge(PREFLIGHT_LASTS);
        UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", cors);
        CorsFilter filter = new CorsFilter(everywhere);
        filter.setCorsProcessor(new RefusedInOurWords(writer));
        return filter;
    }

    /** Spring's own refusal is a line of plain text. */
    private static final class RefusedInOurWords extends DefaultCorsProcessor {
        private final ProblemWriter writer;

        RefusedInOurWords(ProblemWriter writer) {
            this.writer = writer;
        }

        @Override
        public boolean processRequest(
                @Nullable CorsConfiguration cors, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            boolean allowed = super.processRequest(cors, request, response);
            if (!allowed) {
                writer.write(
                        response,
                        Problems.forbidden("Pages of this origin may not call with this method or these headers."));
            }
            return allowed;
        }

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            // The caller writes, who has the servlet's response.
        }
    }
}
