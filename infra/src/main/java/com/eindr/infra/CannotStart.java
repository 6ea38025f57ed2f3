package com.eindr.infra;

/** Eindr cannot start, and the person who starts it can do something about it. Shown without a stack trace. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param description what is the matter, in whole sentences
     * @param action what to do about it, naming settings as they are written
     */
    public CannotStart(String description, String action) {
        super(description);
        this.action = action;
    }

    public CannotStart(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
