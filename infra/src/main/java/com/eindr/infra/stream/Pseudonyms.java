package com.eindr.infra.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eindr.shared.UserId;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What one consumer knows people and things by. The same id has the same pseudonym in all events and at all times, and another
 * one for every other consumer: HMAC (RFC 2104) with SHA-256 under a key that is derived from the consumer's own id, cut to
 * 128 bits. For one thread.
 */
final class Pseudonyms {
    /** What every pseudonym looks like: the number of the key, a dash, and base64url. */
    static final String PATTERN = "^[0-9]+-[A-Za-z0-9_-]{22}$";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final String prefix;
    private final Mac mac;

    Pseudonyms(PseudonymKeys.Key key, UserId consumer) {
        this.prefix = key.number() + "-";
        this.mac = mac(mac(key.bytes()).doFinal(("consumer " + consumer.value()).getBytes(UTF_8)));
    }

    String of(String id) {
        byte[] digest = mac.doFinal(id.getBytes(UTF_8));
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
