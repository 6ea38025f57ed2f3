package com.eindr.friendship;

import com.eindr.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A friend, as a person sees them.
 *
 * @param displayName null until the friend says
 * @param permissions what the person lets the friend do
 * @param version counts what the person has seen change about the pair
 */
public record FriendView(
        UserId userId, @Nullable String displayName, Instant since, Permissions permissions, long version) {}
