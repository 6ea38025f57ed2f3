package com.eindr.friendship;

/** What one person lets one friend do. */
public record Permissions(Permission reminders, Permission notes, Permission debts) {
    /** What every friendship begins with: nothing happens unasked. */
    public static final Permissions INITIAL = new Permissions(Permission.ASK, Permission.ASK, Permission.ASK);

    public Permission of(Kind kind) {
        return switch (kind) {
            case REMINDERS -> reminders;
            case NOTES -> notes;
            case DEBTS -> debts;
        };
    }
}
