package com.eindr.notification;

import com.eindr.shared.Refusal;
import com.eindr.shared.RefusalReason;

/** Every way in which notifications say no. */
public enum NotificationRefusal implements RefusalReason {
    NOTIFICATION_NOT_FOUND(Kind.NOT_FOUND, "There is no such notification"),
    CHANGES_NOT_KEPT(Kind.GONE, "The device has been away for too long and starts anew");

    private final Kind kind;
    private final String title;

    NotificationRefusal(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    /** In the same words wherever it comes from: that something is another's reads as if it were not there. */
    public static Refusal notFound(NotificationId id) {
        return Refusal.of(NOTIFICATION_NOT_FOUND, "You have no notification with the id " + id + ".");
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
