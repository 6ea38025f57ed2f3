package com.eindr.shared;

import java.util.List;

/**
 * What changed in one read model since a position of the log.
 *
 * @param items what changed, as it is now, in the order of the last change to each
 * @param position ask from here next time: every change up to here is among the items or was asked for before
 * @param more whether the limit cut the answer short
 * @param known false where the read model has never been at the position asked for, as when the client comes from
 *     another installation: the client must begin anew
 */
public record Changes<T>(List<T> items, long position, boolean more, boolean known) {
    public Changes {
        items = List.copyOf(items);
    }

    /** The answer to a position that this read model has never been at. */
    public static <T> Changes<T> unknown(long position) {
        return new Changes<>(List.of(), position, false, false);
    }
}
