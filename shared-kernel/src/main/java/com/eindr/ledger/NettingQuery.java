package com.eindr.ledger;

import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Every question about proposals to net. Each is answered by what the person who asks can see. */
public sealed interface NettingQuery {

    /** Answered by a slice of {@link NettingView} without lines, the latest first. */
    record NettingsOf(UserId user, @Nullable NettingStatus status, SliceRequest slice) implements NettingQuery {}

    /** Answered by an optional {@link NettingView}. */
    record NettingOf(UserId user, NettingId nettingId) implements NettingQuery {}

    /**
     * Answered by {@link com.eindr.shared.Changes} of {@link NettingView} without lines.
     *
     * @param position 0 for everything
     */
    record NettingsChangedSince(UserId user, long position, int limit) implements NettingQuery {}
}
