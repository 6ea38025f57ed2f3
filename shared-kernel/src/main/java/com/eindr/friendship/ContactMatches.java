package com.eindr.friendship;

import com.eindr.shared.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the contacts that somebody asked for are people who want to be found. */
public record ContactMatches(List<Match> matches) {
    public ContactMatches {
        matches = List.copyOf(matches);
    }

    /**
     * @param hash as it was asked for
     * @param displayName null until the person says
     */
    public record Match(
            String hash, UserId userId, @Nullable String displayName) {}
}
