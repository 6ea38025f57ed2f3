package com.eindr.friendship;

import com.eindr.shared.Personal;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a proposal. Stored for ever. */
public sealed interface ProposalEvent {

    ProposalId proposalId();

    UserId from();

    UserId to();

    /** Whether a person may know of it: the recipient only of what was delivered to them. */
    boolean isSeenBy(UserId user);

    /** An event of a proposal that the recipient answered, or did not need to. */
    sealed interface Answered extends ProposalEvent {
        @Override
        default boolean isSeenBy(UserId user) {
            return user.equals(from()) || user.equals(to());
        }
    }

    /** The end of a proposal that nobody answered. */
    sealed interface Unanswered extends ProposalEvent {
        /** Whether the recipient had it before them. */
        boolean delivered();

        @Override
        default boolean isSeenBy(UserId user) {
            return user.equals(from()) || (user.equals(to()) && delivered());
        }
    }

    /** Something was proposed. */
    sealed interface Proposed extends ProposalEvent {
        FriendshipId friendshipId();

        Kind kind();

        /** What the recipient let the sender do at that moment. */
        Permission permission();

        Instant proposedAt();

        Instant expiresAt();

        /** Whether the recipient ever sees it. */
        default boolean isDelivered() {
            return permission() != Permission.DENY;
        }

        @Override
        default boolean isSeenBy(UserId user) {
            return user.equals(from()) || (user.equals(to()) && isDelivered());
        }
    }

    /** A friend wants the recipient to have a reminder. */
    @Revision("1")
    record ReminderProposed(
            ProposalId proposalId,
            FriendshipId friendshipId,
            UserId from,
            UserId to,
            Permission permission,
            ReminderOffer offer,
            Instant proposedAt,
            Instant expiresAt)
            implements Proposed {
        @Override
        public Kind kind() {
            return Kind.REMINDERS;
        }
    }

    /**
     * A friend wants the recipient to have a note.
     *
     * @param language BCP 47 tag of the language it is written in; null where nobody knows
     */
    @Revision("1")
    record NoteProposed(
            ProposalId proposalId,
            FriendshipId friendshipId,
            UserId from,
            UserId to,
            Permission permission,
            @Personal(of = "from") String content,
            @Nullable String language,
            Instant proposedAt,
            Instant expiresAt)
            implements Proposed {
        @Override
        public Kind kind() {
            return Kind.NOTES;
        }
    }

    /**
     * The recipient has it now, and it stays theirs whatever becomes of the friendship.
     *
     * @param asked whether the recipient was asked; not where they allow such things unasked
     * @param madeId the reminder or note that it became
     */
    @Revision("1")
    record ProposalAccepted(ProposalId proposalId, UserId from, UserId to, boolean asked, UUID madeId, Instant at)
            implements Answered {}

    /** The recipient does not want it. */
    @Revision("1")
    record ProposalDeclined(ProposalId proposalId, UserId from, UserId to, Instant at) implements Answered {}

    /** Nobody answered in time, perhaps because nobody was asked. */
    @Revision("1")
    record ProposalExpired(ProposalId proposalId, UserId from, UserId to, boolean delivered, Instant at)
            implements Unanswered {}

    /** The two are friends no longer. */
    @Revision("1")
    record ProposalWithdrawn(ProposalId proposalId, UserId from, UserId to, boolean delivered, Instant at)
            implements Unanswered {}
}
