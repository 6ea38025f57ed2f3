package com.eindr.infra.security;

import com.eindr.shared.UserId;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.security.TokenVerifier;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The local issuer's tokens beside an Auth emulator's: there the Admin SDK checks no signature, and looks every person up
 * in the emulator, which knows nothing of ours.
 */
final class LocalTokens implements TokenVerifier {
    private final NimbusJwtDecoder decoder;
    private final String keyId;

    LocalTokens(LocalKey key, String projectId) {
        this.keyId = key.id();
        this.decoder = NimbusJwtDecoder.withPublicKey(key.publicKey())
                .signatureAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(LocalIssuer.issuer(projectId)),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> List.of(projectId).equals(audience))));
    }

    @Override
    public Caller verify(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            if (!keyId.equals(jwt.getHeaders().get("kid"))) {
                throw new IllegalArgumentException("signed under another key's id");
            }
            Instant expires = Objects.requireNonNullElse(jwt.getExpiresAt(), Instant.EPOCH);
            return new Caller(
                    new UserId(Objects.requireNonNullElse(jwt.getSubject(), "")),
                    FirebaseTokens.roles(jwt.getClaims().get("roles")),
                    FirebaseTokens.addresses(jwt.getClaims()),
                    expires);
        } catch (JwtException | IllegalArgumentException e) {
            throw new InvalidToken("not a token of the local issuer", e);
        }
    }
}
