package com.eindr.search.query;

import com.eindr.note.NoteEvent.NoteDeleted;
import com.eindr.note.NoteEvent.NoteEdited;
import com.eindr.note.NoteEvent.NoteWritten;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderEvent.ReminderReinstated;
import com.eindr.reminder.ReminderEvent.ReminderReworded;
import com.eindr.search.TextKind;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Table;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code searched_text}.
 *
 * @param words the beginning of what was written; empty once it is deleted or called off
 * @param changedAt the position of the event that last changed the words
 */
record SearchedTextRow(Object id, TextKind kind, UserId ownerId, String words, long changedAt) {
    /** What a text means is what its beginning means: some 250 words' pieces, for which the model was made. */
    static final int LONGEST = 1_000;

    static final Table<SearchedTextRow> TABLE = Table.<SearchedTextRow>named("searched_text")
            .key("id", "uuid", SearchedTextRow::id)
            .column("kind", "text", SearchedTextRow::kind)
            .column("owner_id", "text", SearchedTextRow::ownerId)
            .column("words", "text", SearchedTextRow::words)
            .column("changed_at", "bigint", SearchedTextRow::changedAt)
            .ordered();

    /** The row as an event leaves it; null for an event that changes no words. A reminder that was done keeps its own. */
    static @Nullable SearchedTextRow after(Object event, long position) {
        return switch (event) {
            case NoteWritten e ->
                new SearchedTextRow(e.noteId(), TextKind.NOTE, e.ownerId(), beginning(e.content()), position);
            case NoteEdited e ->
                new SearchedTextRow(e.noteId(), TextKind.NOTE, e.ownerId(), beginning(e.content()), position);
            case NoteDeleted e -> new SearchedTextRow(e.noteId(), TextKind.NOTE, e.ownerId(), "", position);
            case ReminderCreated e ->
                new SearchedTextRow(
                        e.reminderId(), TextKind.REMINDER, e.ownerId(), words(e.title(), e.notes()), position);
            case ReminderReworded e ->
                new SearchedTextRow(
                        e.reminderId(), TextKind.REMINDER, e.ownerId(), words(e.title(), e.notes()), position);
            case ReminderReinstated e ->
                new SearchedTextRow(
                        e.reminderId(), TextKind.REMINDER, e.ownerId(), words(e.title(), e.notes()), position);
            case ReminderCancelled e ->
                new SearchedTextRow(e.reminderId(), TextKind.REMINDER, e.ownerId(), "", position);
            default -> null;
        };
    }

    /** The title is the first line. */
    private static String words(String title, @Nullable String notes) {
        return beginning(notes == null ? title : title + "\n" + notes);
    }

    private static String beginning(String text) {
        return firstCharacters(text, LONGEST);
    }

    /** Never half of a character. */
    static String firstCharacters(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
