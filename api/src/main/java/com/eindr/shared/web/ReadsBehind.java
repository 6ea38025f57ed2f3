package com.eindr.shared.web;

/** The read models have not come to the position that the caller wants to see: 503. */
final class ReadsBehind extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long lag;

    ReadsBehind(long lag) {
        super("read models behind by " + lag, null, false, false);
        this.lag = lag;
    }

    /** How many positions of the log are missing. */
    long lag() {
        return lag;
    }
}
