package com.eindr.note;

import com.eindr.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note as its owner sees it.
 *
 * @param language BCP 47 tag of the language it is written in; null where nobody knows
 * @param editedAt when it was written, or edited last
 * @param version the number of events that made it what it is
 */
public record NoteView(
        NoteId id,
        String content,
        NoteSource source,
        @Nullable String language,
        UserId ownerId,
        UserId createdBy,
        Instant writtenAt,
        Instant editedAt,
        long version) {}
