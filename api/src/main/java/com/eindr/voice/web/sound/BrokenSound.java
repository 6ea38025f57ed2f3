package com.eindr.voice.web.sound;

/** The bytes are no recording that anybody could listen to. */
public final class BrokenSound extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** What is wrong. */
    public enum Fault {
        /** There is not one byte. */
        EMPTY,
        /** It is none of the kinds of {@link AudioKind}. */
        UNKNOWN,
        /** It begins as one of them, and is cut off or contradicts itself. */
        BROKEN
    }

    BrokenSound(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    static BrokenSound broken() {
        return new BrokenSound(Fault.BROKEN);
    }

    static BrokenSound unknown() {
        return new BrokenSound(Fault.UNKNOWN);
    }

    public Fault fault() {
        return fault;
    }
}
