package com.eindr.infra.security;

import com.eindr.shared.UserId;
import com.eindr.shared.VerifiedAddresses;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.Role;
import com.eindr.shared.web.security.TokenVerifier;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.google.firebase.auth.AuthErrorCode;
import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.auth.FirebaseAuthException;
import com.google.firebase.auth.FirebaseToken;
import com.nimbusds.jose.Header;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Firebase ID tokens, verified by the Firebase Admin SDK. A token that was valid once is remembered, by its hash, until it
 * expires: the check costs about as much as the rest of a read (see docs/decisions/0022).
 */
final class FirebaseTokens implements TokenVerifier {
    private static final int REMEMBERED = 50_000;
    /** How late a revocation may be noticed, where revocations are asked for at all. */
    private static final Duration REVOCATION_UNNOTICED = Duration.ofMinutes(1);

    private final FirebaseAuth firebase;
    private final boolean checkRevoked;
    private final Predicate<@Nullable String> keyIds;
    private final InstantSource clock = InstantSource.system();
    private final Cache<ByteBuffer, Caller> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfter(Expiry.<ByteBuffer, Caller>creating((token, caller) -> untilExpiry(caller)))
            .build();

    /**
     * @param checkRevoked asks Firebase about every token, which needs credentials and a round trip
     * @param keyIds whether a token may have been signed under this key id; the SDK tries all keys and does not look at it
     */
    FirebaseTokens(FirebaseAuth firebase, boolean checkRevoked, Predicate<@Nullable String> keyIds) {
        this.firebase = firebase;
        this.checkRevoked = checkRevoked;
        this.keyIds = keyIds;
    }

    @Override
    public Caller verify(String token) {
        ByteBuffer hash = hash(token);
        Caller known = verified.getIfPresent(hash);
        if (known == null) {
            known = ask(token);
            verified.put(hash, known);
        }
        return known;
    }

    private Caller ask(String token) {
        try {
            FirebaseToken answer = firebase.verifyIdToken(token, checkRevoked);
            if (!keyIds.test(keyId(token))) {
                throw new IllegalArgumentException("signed under a key id that is not published");
            }
            Object expires = answer.getClaims().get("exp");
            return new Caller(
                    new UserId(answer.getUid()),
                    roles(answer.getClaims().get("roles")),
                    addresses(answer.getClaims()),
                    Instant.ofEpochSecond(expires instanceof Number seconds ? seconds.longValue() : 0));
        } catch (FirebaseAuthException e) {
            if (e.getAuthErrorCode() == null || e.getAuthErrorCode() == AuthErrorCode.CERTIFICATE_FETCH_FAILED) {
                throw new KeysUnavailable("Firebase cannot be asked about the token", e);
            }
            throw new InvalidToken("refused by the Firebase Admin SDK", e);
        } catch (IllegalArgumentException e) {
            throw new InvalidToken("not a token, or of nobody", e);
        }
    }

    /** Null for a token that is not signed. */
    private static @Nullable String keyId(String token) {
        try {
            return Header.parse(new Base64URL(token.substring(0, token.indexOf('.')))) instanceof JWSHeader signed
                    ? signed.getKeyID()
                    : null;
        } catch (ParseException e) {
            throw new IllegalArgumentException("no header of a token", e);
        }
    }

    /** Roles that we do not know are somebody else's business. */
    static Set<Role> roles(@Nullable Object claim) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (claim instanceof Collection<?> names) {
            for (Role role : Role.values()) {
                if (names.contains(role.name().toLowerCase(Locale.ROOT))) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    /** Firebase knows phone numbers only once they are verified; of e-mail addresses it says whether they are. */
    static VerifiedAddresses addresses(Map<String, Object> claims) {
        boolean emailVerified = Boolean.TRUE.equals(claims.get("email_verified"));
        return VerifiedAddresses.of(
                emailVerified && claims.get("email") instanceof String email ? email : null,
                claims.get("phone_number") instanceof String phone ? phone : null);
    }

    private Duration untilExpiry(Caller caller) {
        Duration left = Duration.between(clock.instant(), caller.expiresAt());
        Duration atMost = checkRevoked && left.compareTo(REVOCATION_UNNOTICED) > 0 ? REVOCATION_UNNOTICED : left;
        return atMost.isNegative() ? Duration.ZERO : atMost;
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
