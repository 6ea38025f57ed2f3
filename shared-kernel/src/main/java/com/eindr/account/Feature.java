package com.eindr.account;

/** What a plan may include. The numbers are in {@link Plan#limit}. */
public enum Feature {
    /** Setting reminders; each counts. */
    REMINDERS,
    NOTES,
    DEBTS,
    /** Offering reminders and notes to friends; every different friend counts. */
    SHARING,
    HABITS,
    /** Being understood and answered; every different language counts. */
    LANGUAGES
}
