package com.eindr.infra.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.SecretKey;

/**
 * The keys that wrap the keys of people. They are kept outside the database, so that the database alone opens nothing. The
 * one with the greatest number wraps what is new.
 */
public final class MasterKeys {
    /** Characters; a shorter secret might be guessed. */
    public static final int SHORTEST = 32;

    private final SortedMap<Integer, SecretKey> keys = new TreeMap<>();

    /** @throws IllegalArgumentException if there is none, or one that could be guessed */
    public MasterKeys(Map<Integer, String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("there has to be a master key");
        }
        secrets.forEach((number, secret) -> {
            if (secret.strip().length() < SHORTEST) {
                throw new IllegalArgumentException("master key " + number + " is shorter than " + SHORTEST);
            }
            keys.put(number, AesGcm.key(sha256("eindr master key\n" + secret.strip())));
        });
    }

    /** The number of the one that wraps what is new. */
    int newest() {
        return keys.lastKey();
    }

    byte[] wrap(int number, String person, byte[] key) {
        return AesGcm.seal(master(number), key, about(number, person));
    }

    /**
     * @throws SealBroken if it is not this person's key, wrapped under that master key
     * @throws IllegalStateException if there is no such master key
     */
    byte[] unwrap(int number, String person, byte[] wrapped) {
        return AesGcm.open(master(number), wrapped, about(number, person));
    }

    private SecretKey master(int number) {
        SecretKey master = keys.get(number);
        if (master == null) {
            throw new IllegalStateException("There are keys of people that are wrapped under master key " + number
                    + ", which is not configured: set EINDR_MASTER_KEYS_" + number + ".");
        }
        return master;
    }

    private static byte[] about(int number, String person) {
        return ("eindr person key\n" + number + "\n" + person).getBytes(UTF_8);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
