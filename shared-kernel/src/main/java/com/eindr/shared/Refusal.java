package com.eindr.shared;

import org.jspecify.annotations.Nullable;

/** The one exception by which the domain says no. Nothing has been recorded when it is thrown. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RefusalReason reason;

    private final @Nullable String field;

    private Refusal(RefusalReason reason, @Nullable String field, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    /** A refusal of the whole request. */
    public static Refusal of(RefusalReason reason, String detail) {
        return new Refusal(reason, null, detail);
    }

    /** A refusal of one field of the request. */
    public static Refusal ofField(RefusalReason reason, String field, String detail) {
        return new Refusal(reason, field, detail);
    }

    public RefusalReason reason() {
        return reason;
    }

    /** The field at fault, named as in the request; null where no single one is. */
    public @Nullable String field() {
        return field;
    }

    /** What is wrong, in a sentence for the caller. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
