package com.eindr.note;

import org.jspecify.annotations.Nullable;

/**
 * What has become of a note.
 *
 * @param note as it is now; null where it was deleted
 */
public record NoteState(NoteId id, @Nullable NoteView note) {}
