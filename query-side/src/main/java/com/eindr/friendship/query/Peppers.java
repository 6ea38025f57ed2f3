package com.eindr.friendship.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eindr.friendship.Address;
import com.eindr.shared.UserId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets without which a digest of an address says nothing, by their numbers. The one with the greatest number makes
 * what is new; the others are for what is older. HMAC is that of RFC 2104, with SHA-256.
 */
public final class Peppers {
    /** Characters that a secret has at least. */
    public static final int SHORTEST = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int TAG_BITS = 24;

    private final NavigableMap<Integer, SecretKeySpec> keys = new TreeMap<>();

    /** @throws IllegalArgumentException if there is none */
    public Peppers(Map<Integer, String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("there is no pepper");
        }
        secrets.forEach((number, secret) -> keys.put(number, new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM)));
    }

    /** The number of the pepper that makes what is new. */
    public int newest() {
        return keys.lastKey();
    }

    /** The numbers of all peppers, the newest first. */
    public List<Integer> numbers() {
        return List.copyOf(keys.descendingKeySet());
    }

    /** What stands for an address in the database, by one pepper. */
    String digest(int pepper, String hash) {
        return HexFormat.of().formatHex(mac(pepper, hash));
    }

    /** What stands, for this person only, for a hash they have asked for: one in 2<sup>24</sup>, not to be reversed. */
    public int tag(int pepper, UserId user, String hash) {
        // A hash begins with a hexadecimal digit, so no tag is the beginning of a digest.
        return ByteBuffer.wrap(mac(pepper, "asked by " + user.value() + "\n" + hash))
                        .getInt()
                >>> (Integer.SIZE - TAG_BITS);
    }

    /** What a telephone sends for an address of its owner's address book. */
    static String hash(Address address) {
        String value = switch (address) {
            case Address.Email email -> email.value();
            case Address.Phone phone -> phone.value();
        };
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private byte[] mac(int pepper, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.get(pepper));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
