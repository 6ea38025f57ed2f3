package com.eindr.shared;

import java.util.Locale;

/** Why a command was refused. Each feature has one enum of these; the edge turns a reason into a problem document. */
public interface RefusalReason {

    /** The name of the enum's constant. */
    String name();

    /** The stable kebab-case name, used in {@code https://eindr.app/problems/<slug>}. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One sentence for a person, without the particulars of this refusal. */
    String title();

    Kind kind();

    /** What a refusal says about the request; the edge gives each its HTTP status. */
    enum Kind {
        /** The request can never be right: 400. */
        INVALID,
        /** The caller lacks a role or a plan: 403. */
        FORBIDDEN,
        /** Absent, or not the caller's: 404. */
        NOT_FOUND,
        /** Right in itself, but not in the present state: 409. */
        CONFLICT,
        /** Was there once and is not kept any more: 410. */
        GONE,
        /** As often as may be for now; later it may be right again: 429. */
        EXHAUSTED
    }
}
