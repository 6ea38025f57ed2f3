package com.eindr.voice.command;

/** Tokens from one, inclusive, to another, exclusive. */
record Span(int from, int to) {

    int length() {
        return to - from;
    }

    boolean isEmpty() {
        return to <= from;
    }

    boolean holds(int at) {
        return from <= at && at < to;
    }
}
