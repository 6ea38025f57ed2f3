package com.eindr.infra.security;

import com.eindr.shared.UserId;
import com.eindr.shared.web.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Mints tokens of the shape that Firebase's have, for the embedded mode. */
final class LocalIssuer {
    static final Duration VALID = Duration.ofHours(1);

    private final LocalKey key;
    private final String projectId;
    /** The verifier goes by the machine's clock, whatever the application is made to believe. */
    private final InstantSource clock = InstantSource.system();

    LocalIssuer(LocalKey key, String projectId) {
        this.key = key;
        this.projectId = projectId;
    }

    /** What Firebase puts into {@code iss} for this project. */
    static String issuer(String projectId) {
        return "https://securetoken.google.com/" + projectId;
    }

    /** @param more claims besides those that every token has */
    String token(UserId userId, Set<Role> roles, Map<String, Object> more) {
        Instant now = clock.instant();
        List<String> names = roles.stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer(projectId))
                .audience(projectId)
                .subject(userId.value())
                .claim("user_id", userId.value())
                .claim("auth_time", now.getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)))
                .claim("roles", names)
                .claim("firebase", Map.of("sign_in_provider", "custom", "identities", Map.of()));
        more.forEach(claims::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.id()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(key.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("the local key does not sign", e);
        }
        return token.serialize();
    }
}
