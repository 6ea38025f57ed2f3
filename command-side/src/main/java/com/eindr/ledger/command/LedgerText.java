package com.eindr.ledger.command;

import com.eindr.ledger.LedgerRefusal;
import com.eindr.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** What people write beside a debt. */
final class LedgerText {
    private static final int LONGEST = 1_000;
    private static final String CONTROLS_ALLOWED = "\n\r\t";

    private LedgerText() {}

    /** @throws Refusal INVALID_NOTE for what cannot be kept and shown */
    static void check(String field, @Nullable String text) {
        if (text == null) {
            return;
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw Refusal.ofField(LedgerRefusal.INVALID_NOTE, field, "has more than " + LONGEST + " characters");
        }
        if (!text.codePoints().allMatch(LedgerText::isWritable)) {
            throw Refusal.ofField(LedgerRefusal.INVALID_NOTE, field, "has control characters");
        }
    }

    /** Halves of surrogate pairs are refused too: no encoding of Unicode can store them. */
    private static boolean isWritable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> CONTROLS_ALLOWED.indexOf(codePoint) >= 0;
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
