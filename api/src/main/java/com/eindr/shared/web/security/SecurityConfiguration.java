package com.eindr.shared.web.security;

import com.eindr.shared.web.Role;
import com.eindr.shared.web.security.RefusedAtTheDoor.CannotTellNow;
import com.eindr.shared.web.security.TokenVerifier.InvalidToken;
import com.eindr.shared.web.security.TokenVerifier.KeysUnavailable;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/** Everything under {@code /api} needs a token; no request is remembered from one to the next. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, TokenVerifier tokens, RefusedAtTheDoor refused, Operators operators) {
        AuthenticationManager byToken = authentication -> authenticated(tokens, authentication);
        return http.cors(cors -> {})
                // Nothing is authorised by a cookie, so nothing can be forged across sites.
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                // Without a session there is nothing to manage, and nobody asks the servlet API who is calling.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .anonymous(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/api/v1/audit/**")
                                .hasAuthority(Role.AUDITOR.authority())
                                .requestMatchers("/api/v1/stream/**")
                                .hasAuthority(Role.ANALYST.authority())
                                .requestMatchers("/api/v1/admin/**")
                                .hasAuthority(Role.ADMIN.authority())
                                .requestMatchers("/api/**")
                                .authenticated()
                                .requestMatchers("/actuator/health/**")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .access(operatorsOnly(operators))
                                // What is left is public where it exists: the description of the interface.
                                .anyRequest()
                                .permitAll())
                .oauth2ResourceServer(bearer -> bearer.bearerTokenResolver(new BearerHeader())
                        .authenticationManagerResolver(request -> byToken)
                        .authenticationEntryPoint(refused)
                        .accessDeniedHandler(refused))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refused).accessDeniedHandler(refused))
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> operatorsOnly(Operators operators) {
        AuthorizationManager<RequestAuthorizationContext> admins =
                AuthorityAuthorizationManager.hasAuthority(Role.ADMIN.authority());
        return (caller, context) -> operators.sent(context.getRequest())
                ? new AuthorizationDecision(true)
                : admins.authorize(caller, context);
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
