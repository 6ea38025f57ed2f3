package com.eindr.infra.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The hashes of a Merkle tree: a leaf and a node never hash alike. Not for several threads at once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962, 2.1</a>
 */
final class MerkleHash {
    /** Bytes of a hash. */
    static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256;

    MerkleHash() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of a tree without leaves. */
    byte[] ofNothing() {
        return sha256.digest();
    }

    byte[] leaf(byte[] entry) {
        sha256.update(LEAF);
        return sha256.digest(entry);
    }

    byte[] node(byte[] left, byte[] right) {
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** The root of a complete subtree, from a power of two of hashes on one level. */
    byte[] complete(List<byte[]> hashes) {
        return hashes.size() == 1
                ? hashes.getFirst()
                : node(
                        complete(hashes.subList(0, hashes.size() / 2)),
                        complete(hashes.subList(hashes.size() / 2, hashes.size())));
    }
}
