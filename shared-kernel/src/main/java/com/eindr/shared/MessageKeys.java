package com.eindr.shared;

/** The names under which messages carry what is true of every one of them. All values are strings. */
public final class MessageKeys {
    /** The user, saga or system that acts. Travels from the command to its events. */
    public static final String ACTOR = "actor";

    /** One id for everything that follows from one request. Travels from the command to its events, and on. */
    public static final String CORRELATION = "correlationId";

    /**
     * The version that the actor is told, a decimal number, where that is not the event's own place in its stream: see
     * {@link SeenApart}. Only on events.
     */
    public static final String VERSION = "version";

    private MessageKeys() {}
}
