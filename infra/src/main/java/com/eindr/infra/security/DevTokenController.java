package com.eindr.infra.security;

import com.eindr.shared.UserId;
import com.eindr.shared.web.Role;
import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A token for anybody who asks: embedded mode only. */
@RestController
@Profile("!production")
@ConditionalOnBooleanProperty(name = "eindr.embedded.dev-tokens", matchIfMissing = true)
final class DevTokenController {
    private final LocalIssuer issuer;

    DevTokenController(LocalIssuer issuer) {
        this.issuer = issuer;
    }

    @PostMapping("/dev/tokens")
    Minted mint(@RequestBody Wanted wanted) {
        return new Minted(issuer.token(userId(wanted.userId()), roles(wanted.roles()), addresses(wanted)));
    }

    private static UserId userId(@Nullable String value) {
        try {
            return new UserId(value == null ? "" : value);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "userId: " + e.getMessage(), e);
        }
    }

    private static Set<Role> roles(@Nullable List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names == null ? List.<String>of() : names) {
            roles.add(Stream.of(Role.values())
                    .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ResponseStatusException(
                            HttpStatus.BAD_REQUEST, "roles: auditor, analyst and admin are known")));
        }
        return roles;
    }

    /** The claims by which Firebase tells addresses; an e-mail address is verified unless it is said not to be. */
    private static Map<String, Object> addresses(Wanted wanted) {
        Map<String, Object> claims = new HashMap<>();
        if (wanted.email() != null) {
            claims.put("email", wanted.email());
            claims.put("email_verified", !Boolean.FALSE.equals(wanted.emailVerified()));
        }
        if (wanted.phoneNumber() != null) {
            claims.put("phone_number", wanted.phoneNumber());
        }
        return claims;
    }

    record Wanted(
            @Nullable String userId,
            @Nullable List<String> roles,
            @Nullable String email,

            @JsonAlias("email_verified") @Nullable Boolean emailVerified,

            @JsonAlias({"phone", "phone_number"}) @Nullable String phoneNumber) {}

    record Minted(String token) {}
}
