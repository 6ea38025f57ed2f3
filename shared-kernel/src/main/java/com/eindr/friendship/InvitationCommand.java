package com.eindr.friendship;

import com.eindr.shared.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Every order a request to an address takes. */
public sealed interface InvitationCommand {

    RequestId requestId();

    UserId by();

    /** @param other whose address it is; null where nobody is known by it, which the answer does not tell */
    record InviteFriend(
            @TargetAggregateIdentifier RequestId requestId,
            UserId by,
            @Nullable UserId other) implements InvitationCommand {}

    record WithdrawInvitation(@TargetAggregateIdentifier RequestId requestId, UserId by) implements InvitationCommand {}
}
