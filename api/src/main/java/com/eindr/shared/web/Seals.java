package com.eindr.shared.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals texts that clients carry but must not change or take elsewhere: cursors, consistency tokens and what takes something
 * back.
 *
 * <p>A sealed text is the text behind the first 16 bytes of its HMAC-SHA-256 (RFC 2104), in URL-safe Base64. The MAC
 * also covers the purpose, so a seal made for one purpose is none for another. Nothing is encrypted.
 */
@Component
public final class Seals {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 16;
    private static final int LONGEST = 16_384;

    private final Supplier<SecretKeySpec> key;

    Seals(SealKey key) {
        this.key = () -> new SecretKeySpec(key.bytes(), ALGORITHM);
    }

    /** @param purpose for what and whom it is good */
    public String seal(String text, String... purpose) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = ByteBuffer.allocate(MAC_BYTES + content.length)
                .put(mac(content, purpose), 0, MAC_BYTES)
                .put(content)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The text under a seal; empty where the seal is not ours or was made for another purpose. */
    public Optional<String> open(String sealed, String... purpose) {
        if (sealed.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length < MAC_BYTES) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
        byte[] expected = Arrays.copyOf(mac(content, purpose), MAC_BYTES);
        return MessageDigest.isEqual(expected, Arrays.copyOf(bytes, MAC_BYTES))
                ? Optional.of(new String(content, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] mac(byte[] content, String... purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.get());
            for (String part : purpose) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // The length keeps ("a", "bc") and ("ab", "c") apart.
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
