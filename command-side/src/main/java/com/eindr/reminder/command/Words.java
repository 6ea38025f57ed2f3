package com.eindr.reminder.command;

import com.eindr.reminder.ReminderRefusal;
import com.eindr.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** What a reminder says. */
record Words(String title, @Nullable String notes) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NOTES = 10_000;

    /**
     * Passes words that can be shown.
     *
     * @throws Refusal INVALID_WORDS, naming the field
     */
    Words checked() {
        check("title", title, LONGEST_TITLE, "");
        if (title.isBlank()) {
            throw Refusal.ofField(ReminderRefusal.INVALID_WORDS, "title", "A reminder needs a title.");
        }
        if (notes != null) {
            check("notes", notes, LONGEST_NOTES, "\n\r\t");
        }
        return this;
    }

    private static void check(String field, String text, int longest, String controlsAllowed) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw Refusal.ofField(
                    ReminderRefusal.INVALID_WORDS, field, "The text has more than " + longest + " characters.");
        }
        if (text.codePoints().anyMatch(c -> Character.isISOControl(c) && controlsAllowed.indexOf(c) < 0)) {
            throw Refusal.ofField(ReminderRefusal.INVALID_WORDS, field, "The text has control characters.");
        }
    }
}
