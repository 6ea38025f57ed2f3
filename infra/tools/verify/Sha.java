import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The hashes of RFC 6962, section 2.1. */
final class Sha {
    static final int LENGTH = 32;

    private static final MessageDigest SHA256 = sha256();

    private Sha() {}

    static byte[] leaf(byte[] entry) {
        SHA256.update((byte) 0);
        return SHA256.digest(entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        SHA256.update((byte) 1);
        SHA256.update(left);
        return SHA256.digest(right);
    }

    static byte[] of(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return SHA256.digest(all.toByteArray());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A tree that grows to the right and remembers only the roots of its complete subtrees: as many as its size has bits. */
    static final class Tree {
        private final Deque<Subtree> subtrees = new ArrayDeque<>();
        private long size;

        private record Subtree(int level, byte[] root) {}

        long size() {
            return size;
        }

        void add(byte[] leafHash) {
            add(0, leafHash);
        }

        /** Adds the root of a complete subtree of 2^level leaves; all subtrees before it are as large or larger. */
        void add(int level, byte[] root) {
            size += 1L << level;
            Subtree right = new Subtree(level, root);
            while (!subtrees.isEmpty() && subtrees.peek().level() == right.level()) {
                right = new Subtree(right.level() + 1, node(subtrees.pop().root(), right.root()));
            }
            subtrees.push(right);
        }

        void addAll(int level, List<byte[]> roots) {
            roots.forEach(root -> add(level, root));
        }

        byte[] root() {
            if (subtrees.isEmpty()) {
                return of();
            }
            Iterator<Subtree> fromRight = subtrees.iterator();
            byte[] root = fromRight.next().root();
            while (fromRight.hasNext()) {
                root = node(fromRight.next().root(), root);
            }
            return root;
        }
    }
}
