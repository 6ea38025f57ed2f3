package com.eindr.reminder;

import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;

/** Every way in which reminders say no. */
public enum ReminderRefusal implements RefusalReason {
    INVALID_RECURRENCE(Kind.INVALID, "The recurrence rule cannot be used"),
    RECURRENCE_TOO_FINE(Kind.INVALID, "The recurrence rule is finer than one minute"),
    RECURRENCE_WITHOUT_OCCURRENCE(Kind.INVALID, "The recurrence rule never comes true"),
    INVALID_SCHEDULE(Kind.INVALID, "The schedule contradicts itself"),
    INVALID_WORDS(Kind.INVALID, "The title or the notes cannot be used"),
    NOT_THE_OWNER(Kind.FORBIDDEN, "Only its owner may set a reminder"),
    REMINDER_NOT_FOUND(Kind.NOT_FOUND, "There is no such reminder"),
    OCCURRENCE_NOT_FOUND(Kind.NOT_FOUND, "The reminder has no such occurrence"),
    REMINDER_EXISTS(Kind.CONFLICT, "A reminder with this id exists already"),
    REMINDER_NOT_ACTIVE(Kind.CONFLICT, "The reminder is completed or cancelled"),
    REMINDER_NOT_CANCELLED(Kind.CONFLICT, "The reminder is not cancelled"),
    NOTHING_TO_TAKE_BACK(Kind.CONFLICT, "Nothing of the kind can be taken back"),
    OCCURRENCE_SETTLED(Kind.CONFLICT, "The occurrence is completed or skipped already"),
    NOTHING_TO_ACT_ON(Kind.CONFLICT, "The reminder has no occurrence to act on"),
    NOT_IN_THE_FUTURE(Kind.INVALID, "The time has passed already");

    private final Kind kind;
    private final String title;

    ReminderRefusal(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    /** In the same words wherever it comes from: that something is another's reads as if it were not there. */
    public static Refusal notFound(ReminderId id) {
        return Refusal.of(REMINDER_NOT_FOUND, "You have no reminder with the id " + id + ".");
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
