package com.eindr.reminder;

public enum ReminderStatus {
    ACTIVE,
    COMPLETED,
    CANCELLED
}
