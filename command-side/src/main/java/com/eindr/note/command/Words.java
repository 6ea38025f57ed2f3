package com.eindr.note.command;

import com.eindr.note.NoteRefusal;
import com.eindr.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a note says.
 *
 * @param language BCP 47 tag; null where nobody knows
 */
record Words(String content, @Nullable String language) {
    private static final int LONGEST = 10_000;
    private static final String CONTROLS_ALLOWED = "\n\r\t";

    /**
     * Passes words that can be kept and shown.
     *
     * @throws Refusal INVALID_CONTENT
     */
    Words checked() {
        if (content.isBlank()) {
            throw refusal("A note says something.");
        }
        if (content.codePointCount(0, content.length()) > LONGEST) {
            throw refusal("The text has more than " + LONGEST + " characters.");
        }
        if (!content.codePoints().allMatch(Words::isWritable)) {
            throw refusal("The text has control characters.");
        }
        return this;
    }

    /** Halves of surrogate pairs are refused too: no encoding of Unicode can store them. */
    private static boolean isWritable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> CONTROLS_ALLOWED.indexOf(codePoint) >= 0;
            case Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static Refusal refusal(String detail) {
        return Refusal.ofField(NoteRefusal.INVALID_CONTENT, "content", detail);
    }
}
