package com.eindr.search;

import com.eindr.shared.UserId;

/** Every question about what texts mean. None but the owner's own texts are ever looked at. */
public sealed interface SearchQuery {

    /**
     * Answered by an optional {@link FoundTexts}, empty while nobody can tell what words mean.
     *
     * @param words not blank
     * @param limit 1 to 100 texts
     */
    record TextsNear(UserId owner, String words, int limit) implements SearchQuery {}

    /** How many of a person's texts were written so lately that they cannot be found yet: an optional {@link Long}. */
    record TextsWaiting(UserId owner) implements SearchQuery {}
}
