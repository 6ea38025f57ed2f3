package com.eindr.notification;

/** What a notification is about. */
public enum NotificationKind {
    REMINDER_DUE,
    TRIAL_ENDING
}
