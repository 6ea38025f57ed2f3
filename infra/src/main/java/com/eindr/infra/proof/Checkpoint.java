package com.eindr.infra.proof;

import java.util.Base64;

/**
 * What is signed: how large the tree is and its root.
 *
 * @param origin names the log, for ever
 * @param root 32 bytes
 * @see <a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint</a>
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its text
record Checkpoint(String origin, long size, byte[] root) {

    /** The text that is signed, its last line break included. */
    String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /**
     * Reads the text of a signed note.
     *
     * @throws IllegalArgumentException if it is no checkpoint
     */
    static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        return new Checkpoint(
                lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
    }
}
