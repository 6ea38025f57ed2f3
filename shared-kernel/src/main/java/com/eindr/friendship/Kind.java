package com.eindr.friendship;

/** What a friend can do to a person, as far as the person has a say in it. */
public enum Kind {
    REMINDERS,
    NOTES,
    DEBTS
}
