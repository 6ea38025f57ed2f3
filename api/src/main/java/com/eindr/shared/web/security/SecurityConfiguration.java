package com.eindr.shared.web.security;

import com.eindr.shared.web.Correlation;
import com.eindr.shared.web.Role;
import com.eindr.shared.web.security.TokenVerifier.InvalidToken;
import com.eindr.shared.web.security.TokenVerifier.KeysUnavailable;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** Everything under {@code /api} needs a token; no request is remembered from one to the next. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final Duration PREFLIGHT_LASTS = Duration.ofHours(1);

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, TokenVerifier tokens, RefusedAtTheDoor refused) {
        AuthenticationManager byToken = authentication -> authenticated(tokens, authentication);
        return http.cors(cors -> {})
                // Nothing is authorised by a cookie, so nothing can be forged across sites.
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/api/v1/audit/**")
                        .hasAuthority(Role.AUDITOR.authority())
                        .requestMatchers("/api/v1/stream/**")
                        .hasAuthority(Role.ANALYST.authority())
                        .requestMatchers("/api/v1/admin/**")
                        .hasAuthority(Role.ADMIN.authority())
                        .requestMatchers("/api/**")
                        .authenticated()
                        // What is left is public where it exists: health, metrics, the description of the interface.
                        .anyRequest()
                        .permitAll())
                .oauth2ResourceServer(bearer -> bearer.authenticationManagerResolver(request -> byToken)
                        .authenticationEntryPoint(refused)
                        .accessDeniedHandler(refused))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refused).accessDeniedHandler(refused))
                .build();
    }

    private static Authentication authenticated(TokenVerifier tokens, Authentication authentication) {
        try {
            String token = ((BearerTokenAuthenticationToken) authentication).getToken();
            return new CallerAuthentication(tokens.verify(token));
        } catch (InvalidToken e) {
            throw new InvalidBearerTokenException("invalid", e);
        } catch (KeysUnavailable e) {
            throw new AuthenticationServiceException("keys unavailable", e);
        }
    }

    /** @param origins of browser clients, as {@code https://app.example.org}; none by default */
    @Bean
    CorsConfigurationSource corsConfigurationSource(@Value("${eindr.cors.allowed-origins:}") List<String> origins) {
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
        return everywhere;
    }
}
