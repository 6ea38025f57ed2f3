package com.eindr.infra.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Signs notes with Ed25519.
 *
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note</a>
 */
final class NoteSigner {
    private final Ed25519PrivateKeyParameters key;
    private final NoteVerifier verifier;

    private NoteSigner(Ed25519PrivateKeyParameters key, NoteVerifier verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /**
     * @param name of the key, without spaces and plus signs
     * @param seed 32 random bytes in base 64
     * @throws IllegalArgumentException if it is none
     */
    static NoteSigner of(String name, String seed) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c == '+' || Character.isWhitespace(c))) {
            throw new IllegalArgumentException("a key's name has no spaces and no plus signs");
        }
        byte[] bytes = Base64.getDecoder().decode(seed.strip());
        if (bytes.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
            throw new IllegalArgumentException("a key is 32 random bytes in base 64");
        }
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(bytes);
        return new NoteSigner(
                key, new NoteVerifier(name, key.generatePublicKey().getEncoded()));
    }

    NoteVerifier verifier() {
        return verifier;
    }

    /** The note with our signature. The text ends with a line break and has no empty line. */
    String sign(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        byte[] signature = signer.generateSignature();
        byte[] named = Arrays.copyOf(verifier.id(), NoteVerifier.ID_LENGTH + signature.length);
        System.arraycopy(signature, 0, named, NoteVerifier.ID_LENGTH, signature.length);
        return text + "\n\u2014 " + verifier.name() + " " + Base64.getEncoder().encodeToString(named) + "\n";
    }
}
