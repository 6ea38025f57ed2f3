package com.eindr.shared.web.security;

import com.eindr.shared.web.Role;
import com.eindr.shared.web.security.RefusedAtTheDoor.CannotTellNow;
import com.eindr.shared.web.security.TokenVerifier.InvalidToken;
import com.eindr.shared.web.security.TokenVerifier.KeysUnavailable;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;

/** Everything under {@code /api} needs a token; no request is remembered from one to the next. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
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
            throw new CannotTellNow(e);
        }
    }
}
