package com.eindr.search;

/** What a text that can be found belongs to. */
public enum TextKind {
    NOTE,
    REMINDER
}
