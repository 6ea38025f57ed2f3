package com.eindr.note;

import com.eindr.shared.Patch;
import com.eindr.shared.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Every order a note takes; whoever is not its owner is told that there is no such note. */
public sealed interface NoteCommand {

    NoteId noteId();

    UserId by();

    /**
     * Writes a note of one's own. What friends write comes by {@link GivenNotes}.
     *
     * @param content 1 to 10,000 characters, not blank, without control characters other than line ends and tabs
     * @param language BCP 47 tag of the language it is written in
     */
    record WriteNote(
            @TargetAggregateIdentifier NoteId noteId, UserId by, String content, NoteSource source, String language)
            implements NoteCommand {}

    /** Changes the fields that are mentioned; an edit that changes nothing records nothing. */
    record EditNote(@TargetAggregateIdentifier NoteId noteId, UserId by, Patch<String> content, Patch<String> language)
            implements NoteCommand {}

    /** From then on there is no such note. */
    record DeleteNote(@TargetAggregateIdentifier NoteId noteId, UserId by) implements NoteCommand {}
}
