package com.eindr.note;

/** How a note came about. */
public enum NoteSource {
    /** Its owner typed it. */
    MANUAL,
    /** Its owner spoke it. */
    VOICE,
    /** A friend wrote it, and its owner agreed to have it. Nobody writes such a note for themselves. */
    FRIEND
}
