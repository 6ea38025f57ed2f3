package com.eindr.friendship;

import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal, as one of its two people sees it.
 *
 * @param userId the other of the two
 * @param displayName the other's; null until they say
 * @param reminder what is proposed; null for a note
 * @param note what is proposed; null for a reminder
 * @param settledAt null while it is open
 * @param madeId the reminder or note it became, which only the recipient can see; null for the sender
 */
public record ProposalView(
        ProposalId id,
        Direction direction,
        Kind kind,
        UserId userId,
        @Nullable String displayName,
        ProposalStatus status,
        @Nullable ReminderOffer reminder,
        @Nullable String note,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable Instant settledAt,
        @Nullable UUID madeId,
        long version) {}
