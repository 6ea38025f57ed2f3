package com.eindr.voice;

import java.util.Arrays;

/** What somebody wants when they say something. */
public enum Intent {
    REMINDER_CREATE("reminder.create"),
    REMINDER_LIST("reminder.list"),
    REMINDER_UPDATE("reminder.update"),
    REMINDER_COMPLETE("reminder.complete"),
    REMINDER_SNOOZE("reminder.snooze"),
    REMINDER_CANCEL("reminder.cancel"),
    NOTE_CREATE("note.create"),
    NOTE_LIST("note.list"),
    DEBT_RECORD("debt.record"),
    DEBT_SETTLE("debt.settle"),
    DEBT_QUERY("debt.query"),
    UNDO("undo"),
    /** Talk, which is answered and does nothing. */
    CHITCHAT("chitchat"),
    /** Not for us, or not understood. */
    UNKNOWN("unknown");

    private final String code;

    Intent(String code) {
        this.code = code;
    }

    /** The name in JSON and in the lexicons. */
    public String code() {
        return code;
    }

    /** Whether something goes away, or counts as paid: what nobody may ever suffer by mistake. */
    public boolean isDestructive() {
        return this == REMINDER_CANCEL || this == DEBT_SETTLE || this == UNDO;
    }

    /** Whether there is something to do. */
    public boolean isCommand() {
        return this != CHITCHAT && this != UNKNOWN;
    }

    /**
     * The intent of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Intent of(String code) {
        return Arrays.stream(values())
                .filter(intent -> intent.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no intent is called " + code));
    }

    @Override
    public String toString() {
        return code;
    }
}
