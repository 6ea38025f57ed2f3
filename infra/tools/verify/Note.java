import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A signed checkpoint: C2SP tlog-checkpoint in a C2SP signed-note. */
record Note(String text, List<String> signatures, String origin, long size, byte[] root) {
    private static final String SIGNATURE = "\u2014 ";

    /** Reads one note or several, one after the other. */
    static List<Note> parse(String content) {
        List<Note> notes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<String> signatures = new ArrayList<>();
        boolean signed = false;
        for (String line : (content + "\n").split("\n", -1)) {
            if (signed && !line.startsWith(SIGNATURE)) {
                notes.add(of(text.toString(), List.copyOf(signatures)));
                text.setLength(0);
                signatures.clear();
                signed = false;
            }
            if (line.startsWith(SIGNATURE)) {
                signatures.add(line.substring(SIGNATURE.length()));
                signed = true;
            } else if (!line.isEmpty()) {
                text.append(line).append('\n');
            }
        }
        if (notes.isEmpty() || text.length() > 0) {
            throw new IllegalArgumentException("not a signed checkpoint");
        }
        return notes;
    }

    private static Note of(String text, List<String> signatures) {
        String[] lines = text.split("\n");
        if (lines.length < 3 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("not a checkpoint: origin, size and root are needed");
        }
        return new Note(
                text,
                signatures,
                lines[0],
                Long.parseLong(lines[1]),
                Base64.getDecoder().decode(lines[2]));
    }

    boolean isSignedByAny(List<Key> keys) {
        return keys.stream().anyMatch(key -> signatures.stream().anyMatch(signature -> key.made(signature, text)));
    }

    /** A verifier key: name, id and Ed25519 key, as {@code name+id+base64}. */
    record Key(String name, byte[] id, byte[] key) {
        private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

        static Key parse(String text) {
            String[] parts = text.strip().split("\\+", 3);
            if (parts.length != 3) {
                throw new IllegalArgumentException("a key looks like name+0123abcd+base64");
            }
            byte[] typed = Base64.getDecoder().decode(parts[2]);
            byte[] id = Arrays.copyOf(Sha.of((parts[0] + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
            if (typed.length != 33
                    || typed[0] != 1
                    || !HexFormat.of().formatHex(id).equalsIgnoreCase(parts[1])) {
                throw new IllegalArgumentException("not an Ed25519 key, or not whole: " + text);
            }
            return new Key(parts[0], id, Arrays.copyOfRange(typed, 1, 33));
        }

        private boolean made(String signature, String text) {
            if (!signature.startsWith(name + " ")) {
                return false;
            }
            try {
                byte[] bytes = Base64.getDecoder().decode(signature.substring(name.length() + 1));
                if (bytes.length != 68 || !Arrays.equals(Arrays.copyOf(bytes, 4), id)) {
                    return false;
                }
                byte[] encoded = Arrays.copyOf(X509, X509.length + key.length);
                System.arraycopy(key, 0, encoded, X509.length, key.length);
                Signature ed25519 = Signature.getInstance("Ed25519");
                ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
                ed25519.update(text.getBytes(StandardCharsets.UTF_8));
                return ed25519.verify(Arrays.copyOfRange(bytes, 4, 68));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return false;
            }
        }
    }
}
