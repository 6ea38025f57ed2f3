package com.eindr.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one exception by which the domain says no. Nothing has been recorded when it is thrown. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RefusalReason reason;

    private final @Nullable String field;

    private final transient Map<String, String> facts;

    private Refusal(RefusalReason reason, @Nullable String field, String detail, Map<String, String> facts) {
        super(detail, null, false, false);
        this.reason = reason;
        this.field = field;
        this.facts = Map.copyOf(facts);
    }

    /** A refusal of the whole request. */
    public static Refusal of(RefusalReason reason, String detail) {
        return new Refusal(reason, null, detail, Map.of());
    }

    /** A refusal of one field of the request. */
    public static Refusal ofField(RefusalReason reason, String field, String detail) {
        return new Refusal(reason, field, detail, Map.of());
    }

    /** The same refusal with more that a program can use, such as {@code requiredPlan}. */
    public Refusal with(Map<String, String> moreFacts) {
        return new Refusal(reason, field, detail(), moreFacts);
    }

    public RefusalReason reason() {
        return reason;
    }

    /** The field at fault, named as in the request; null where no single one is. */
    public @Nullable String field() {
        return field;
    }

    /** Further members of the problem document; empty for most refusals. */
    public Map<String, String> facts() {
        return facts;
    }

    /** What is wrong, in a sentence for the caller. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
