package com.eindr.infra.isolation;

import java.util.Arrays;

/** A column of the table: how somebody stands to the owner of a thing. */
enum Onlooker {
    OWNER("owner"),
    ALLOWED_FRIEND("friend ALLOW"),
    ASKING_FRIEND("friend ASK"),
    STRANGER("stranger"),
    /** The owner has blocked them. */
    BLOCKED("blocked"),
    ANONYMOUS("anonymous"),
    /** An owner of things like the owner's, whose plan is over. */
    EXPIRED("expired plan"),
    AUDITOR("auditor"),
    ANALYST("analyst"),
    ADMIN("admin");

    private final String heading;

    Onlooker(String heading) {
        this.heading = heading;
    }

    static Onlooker headed(String heading) {
        return Arrays.stream(values())
                .filter(onlooker -> onlooker.heading.equals(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/isolation.md has a column for nobody known: " + heading));
    }

    /** Whether they ask for things of their own, where others ask for the owner's. */
    boolean hasThings() {
        return this == OWNER || this == EXPIRED;
    }

    boolean isFriend() {
        return this == ALLOWED_FRIEND || this == ASKING_FRIEND;
    }

    @Override
    public String toString() {
        return heading;
    }
}
