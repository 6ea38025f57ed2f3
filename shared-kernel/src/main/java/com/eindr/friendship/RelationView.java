package com.eindr.friendship;

import com.eindr.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * All that there is between a person and another, as the person sees it; everything null for nothing any more.
 *
 * @param requestId by which a request between them goes, or went
 * @param userId the other; null for a request to an address
 */
public record RelationView(
        RequestId requestId,
        @Nullable UserId userId,
        @Nullable FriendView friend,
        @Nullable RequestView request,
        @Nullable BlockView block) {}
