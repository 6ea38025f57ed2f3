package com.eindr.friendship;

import com.eindr.shared.UserId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to a request to an address. Stored for ever, without the address: the person knows whom they
 * meant, and nobody else is to.
 */
public sealed interface InvitationEvent {

    RequestId requestId();

    UserId by();

    /** Whose address it was; null where nobody is known by it. The person who asked is not told. */
    @Nullable
    UserId other();

    /** A person asked somebody to be friends whom they know by an address only. */
    @Revision("1")
    record FriendInvited(
            RequestId requestId, UserId by, @Nullable UserId other) implements InvitationEvent {}

    /** The person asks no longer. */
    @Revision("1")
    record InvitationWithdrawn(
            RequestId requestId, UserId by, @Nullable UserId other) implements InvitationEvent {}
}
