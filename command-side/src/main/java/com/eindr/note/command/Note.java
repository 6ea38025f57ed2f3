package com.eindr.note.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import com.eindr.account.Entitlements;
import com.eindr.account.Feature;
import com.eindr.note.NoteCommand;
import com.eindr.note.NoteCommand.DeleteNote;
import com.eindr.note.NoteCommand.EditNote;
import com.eindr.note.NoteCommand.WriteNote;
import com.eindr.note.NoteEvent;
import com.eindr.note.NoteEvent.NoteDeleted;
import com.eindr.note.NoteEvent.NoteEdited;
import com.eindr.note.NoteEvent.NoteWritten;
import com.eindr.note.NoteId;
import com.eindr.note.NoteRefusal;
import com.eindr.note.NoteSource;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** One note: its owner writes, edits and deletes it; a friend may have written it for them. */
@Aggregate
class Note {
    @AggregateIdentifier
    private NoteId noteId;

    private UserId ownerId;
    private Words words;
    private boolean deleted;

    /** For the framework, which fills a new instance from the note's events, the first of which sets every field. */
    @SuppressWarnings("NullAway.Init")
    Note() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(WriteNote command, Entitlements entitlements, Clock clock) {
        if (command.source() == NoteSource.FRIEND) {
            throw Refusal.ofField(
                    NoteRefusal.INVALID_SOURCE, "source", "Notes from friends come by what friends propose.");
        }
        Words said = new Words(command.content(), command.language()).checked();
        entitlements.take(command.by(), Feature.NOTES, clock.instant());
        apply(new NoteWritten(
                command.noteId(), command.by(), command.by(), command.source(), said.content(), said.language()));
        return version();
    }

    /** A friend's note, to which its owner agreed. */
    void give(NoteId id, UserId owner, UserId createdBy, Words given) {
        Words said = given.checked();
        apply(new NoteWritten(id, owner, createdBy, NoteSource.FRIEND, said.content(), said.language()));
    }

    @CommandHandler
    long handle(EditNote command) {
        requireMine(command);
        Words said = new Words(
                        command.content().orKeepRequired(words.content()),
                        command.language().orKeep(words.language()))
                .checked();
        if (!said.equals(words)) {
            apply(new NoteEdited(noteId, ownerId, command.by(), said.content(), said.language()));
        }
        return version();
    }

    @CommandHandler
    long handle(DeleteNote command) {
        requireMine(command);
        apply(new NoteDeleted(noteId, ownerId, command.by()));
        return version();
    }

    /** A deleted note is nobody's. */
    private void requireMine(NoteCommand command) {
        if (deleted || !command.by().equals(ownerId)) {
            throw NoteRefusal.notFound(noteId);
        }
    }

    /** As clients count: the first event makes version 1. */
    private static long version() {
        return getVersion() + 1;
    }

    @EventSourcingHandler
    void on(NoteEvent event) {
        switch (event) {
            case NoteWritten written -> {
                noteId = written.noteId();
                ownerId = written.ownerId();
                words = new Words(written.content(), written.language());
            }
            case NoteEdited edited -> words = new Words(edited.content(), edited.language());
            case NoteDeleted _ -> deleted = true;
        }
    }
}
