package com.eindr.infra.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Checks the signatures of notes by one key.
 *
 * @param name as it stands before the signature
 * @param key Ed25519, 32 bytes
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note</a>
 */
@SuppressWarnings("ArrayRecordComponent") // told apart by its text
record NoteVerifier(String name, byte[] key) {
    /** Ed25519 in the registry of signature types. */
    static final byte ED25519 = 1;

    static final int ID_LENGTH = 4;

    /**
     * Reads a key as {@link #text()} writes it.
     *
     * @throws IllegalArgumentException if it is none
     */
    static NoteVerifier parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length == 3) {
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            if (typed.length == 1 + Ed25519PublicKeyParameters.KEY_SIZE && typed[0] == ED25519) {
                NoteVerifier verifier = new NoteVerifier(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
                if (verifier.idText().equals(parts[1].toLowerCase(Locale.ROOT))) {
                    return verifier;
                }
            }
        }
        throw new IllegalArgumentException("not a verifier key of a signed note: " + text);
    }

    /** The key as everybody may know it: name, id and key. */
    String text() {
        return name + "+" + idText() + "+" + Base64.getEncoder().encodeToString(typed());
    }

    /** Four bytes that tell keys of the same name apart. */
    byte[] id() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(sha256.digest(typed()), ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What the note says, if one of its signatures is by this key. */
    Optional<String> open(String note) {
        int end = note.indexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        String text = note.substring(0, end + 1);
        String prefix = "\u2014 " + name + " ";
        boolean signed = note.substring(end + 2)
                .lines()
                .filter(line -> line.startsWith(prefix))
                .anyMatch(line -> isByThisKey(text, line.substring(prefix.length())));
        return signed ? Optional.of(text) : Optional.empty();
    }

    private boolean isByThisKey(String text, String encoded) {
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (signature.length <= ID_LENGTH || !Arrays.equals(Arrays.copyOf(signature, ID_LENGTH), id())) {
            return false;
        }
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(false, new Ed25519PublicKeyParameters(key));
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        signer.update(message, 0, message.length);
        return signer.verifySignature(Arrays.copyOfRange(signature, ID_LENGTH, signature.length));
    }

    private String idText() {
        return HexFormat.of().formatHex(id());
    }

    private byte[] typed() {
        byte[] typed = new byte[1 + key.length];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }
}
