package com.eindr.ledger;

import static java.util.Objects.requireNonNull;

import com.eindr.shared.Personal;
import com.eindr.shared.UserId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One of the two between whom something is owed: a user, or somebody whom a user knows by name only.
 *
 * @param userId the user, or the one whose contact it is
 * @param contactName null for the user themselves; otherwise 1 to 200 characters that name the contact, and two contacts of
 *     one user differ if the characters do
 */
public record Party(
        UserId userId,

        @Personal(of = "userId", erased = Party.FORMER_CONTACT) @Nullable
        String contactName) implements Comparable<Party> {
    /** What is left of the name of a contact once its user is erased: it stays a contact, and nobody's in particular. */
    static final String FORMER_CONTACT = "former contact";

    private static final Comparator<Party> ORDER =
            Comparator.comparing(Party::userId).thenComparing(Party::contact);

    public Party {
        requireNonNull(userId, "userId");
    }

    public static Party user(UserId userId) {
        return new Party(userId, null);
    }

    public static Party contactOf(UserId owner, String name) {
        return new Party(owner, name);
    }

    /** Whether it is somebody with an account of their own, who can be asked. */
    public boolean isUser() {
        return contactName == null;
    }

    public boolean isUser(UserId user) {
        return contactName == null && userId.equals(user);
    }

    /** The contact's name; empty for a user. */
    public String contact() {
        return contactName == null ? "" : contactName;
    }

    @Override
    public int compareTo(Party other) {
        return ORDER.compare(this, other);
    }
}
