package com.eindr.friendship;

import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every question about friends. Each is answered by what the person who asks can see. */
public sealed interface FriendshipQuery {

    /** Answered by a slice of {@link FriendView}, the latest friend first. */
    record FriendsOf(UserId user, SliceRequest slice) implements FriendshipQuery {}

    /** Answered by an optional {@link FriendView}. */
    record FriendOf(UserId user, UserId friend) implements FriendshipQuery {}

    /** Answered by a slice of {@link RequestView}, the latest first. */
    record RequestsOf(UserId user, @Nullable Direction direction, SliceRequest slice) implements FriendshipQuery {}

    /** Answered by a slice of {@link BlockView}, the latest first. */
    record BlocksOf(UserId user, SliceRequest slice) implements FriendshipQuery {}

    /** Answered by an optional {@link BlockView}. */
    record BlockOf(UserId user, UserId other) implements FriendshipQuery {}

    /**
     * Answered by {@link com.eindr.shared.Changes} of {@link RelationView}; those of which nothing is left are among them.
     *
     * @param position 0 for everything
     */
    record RelationsChangedSince(UserId user, long position, int limit) implements FriendshipQuery {}

    /** Answered by a slice of {@link ConsentView}. */
    record ConsentsOf(UserId user, SliceRequest slice) implements FriendshipQuery {}

    /** Answered by a slice of {@link ProposalView}, the latest first. */
    record ProposalsOf(
            UserId user,
            @Nullable Direction direction,
            @Nullable ProposalStatus status,
            SliceRequest slice) implements FriendshipQuery {}

    /** Answered by an optional {@link ProposalView}. */
    record ProposalOf(UserId user, ProposalId proposalId) implements FriendshipQuery {}

    /**
     * Answered by {@link com.eindr.shared.Changes} of {@link ProposalView}.
     *
     * @param position 0 for everything
     */
    record ProposalsChangedSince(UserId user, long position, int limit) implements FriendshipQuery {}

    /** Answered by a slice of {@link SuggestionView}, the likeliest first; one page is all. */
    record SuggestionsOf(UserId user) implements FriendshipQuery {}

    /**
     * Answered by an optional {@link ContactMatches}.
     *
     * @param hashes SHA-256 of addresses, in lower-case hexadecimal
     */
    record MatchesOf(UserId user, Set<String> hashes) implements FriendshipQuery {
        public MatchesOf {
            hashes = Set.copyOf(hashes);
        }

        /** Without the hashes, which no log is to hold. */
        @Override
        public String toString() {
            return "MatchesOf[user=" + user + ", hashes=" + hashes.size() + "]";
        }
    }
}
