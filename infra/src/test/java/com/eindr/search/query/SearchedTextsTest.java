package com.eindr.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.note.NoteEvent.NoteDeleted;
import com.eindr.note.NoteEvent.NoteEdited;
import com.eindr.note.NoteEvent.NoteWritten;
import com.eindr.note.NoteId;
import com.eindr.note.NoteSource;
import com.eindr.reminder.ReminderEvent.ReminderCancelled;
import com.eindr.reminder.ReminderEvent.ReminderCompleted;
import com.eindr.reminder.ReminderEvent.ReminderReworded;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Log;
import com.eindr.shared.query.ReadModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SearchedTextsTest {
    private static final UserId ANA = new UserId("ana");

    private final ReadModels models = ReadModels.fresh();
    private final Log log = new Log();

    @Test
    void a_note_is_there_with_its_last_words_and_where_they_stand_in_the_log() {
        NoteId note = new NoteId(new UUID(1, 1));
        log.append(note, new NoteWritten(note, ANA, ANA, NoteSource.MANUAL, "first", "en"));
        log.append(note, new NoteEdited(note, ANA, ANA, "second", "en"));
        handle(log, 50);

        assertThat(rows()).containsExactly("NOTE ana second 2");
    }

    @Test
    void of_a_long_text_the_beginning_is_there_and_never_half_a_character() {
        NoteId note = new NoteId(new UUID(1, 1));
        String face = "\uD83D\uDE00";
        log.append(note, new NoteWritten(note, ANA, ANA, NoteSource.MANUAL, face.repeat(1_500), "en"));
        handle(log, 50);

        assertThat(rows()).containsExactly("NOTE ana " + face.repeat(1_000) + " 1");
    }

    @Test
    void the_words_of_a_reminder_are_its_title_and_its_notes() {
        ReminderId reminder = new ReminderId(new UUID(1, 1));
        log.append(reminder, new ReminderReworded(reminder, ANA, ANA, "Call Ben", "about the boat"));
        log.append(reminder, new ReminderCompleted(reminder, ANA));
        models.handle(models.projection(SearchedTextsProjection.NAME), log.all(), false, () -> null);

        assertThat(rows()).containsExactly("REMINDER ana Call Ben\nabout the boat 1");
    }

    @Test
    void what_was_called_off_has_no_words() {
        ReminderId reminder = new ReminderId(new UUID(1, 1));
        log.append(reminder, new ReminderReworded(reminder, ANA, ANA, "Call Ben", null));
        log.append(reminder, new ReminderCancelled(reminder, ANA, ANA));
        models.handle(models.projection(SearchedTextsProjection.NAME), log.all(), false, () -> null);

        assertThat(rows()).containsExactly("REMINDER ana  2");
    }

    @Test
    void the_same_events_make_the_same_table_however_they_are_cut_and_repeated() {
        Random random = new Random(5);
        List<NoteId> notes = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            if (i < 20) {
                NoteId note = new NoteId(new UUID(1, i));
                notes.add(note);
                log.append(note, new NoteWritten(note, ANA, ANA, NoteSource.MANUAL, "note " + i, "en"));
            } else {
                NoteId note = notes.get(random.nextInt(notes.size()));
                log.append(
                        note,
                        random.nextInt(10) == 0
                                ? new NoteDeleted(note, ANA, ANA)
                                : new NoteEdited(note, ANA, ANA, "edit " + i, "en"));
            }
        }
        handle(log, 1);
        String oneByOne = models.digest(List.of("searched_text"));
        handle(log, 13);
        assertThat(models.digest(List.of("searched_text"))).isEqualTo(oneByOne);
        models.clear();
        handle(log, 1000);
        assertThat(models.digest(List.of("searched_text"))).isEqualTo(oneByOne);
    }

    private void handle(Log events, int batch) {
        models.handle(events.all(), batch);
    }

    private List<String> rows() {
        return models.jdbc()
                .queryForList(
                        "SELECT concat_ws(' ', kind, owner_id, words, changed_at) FROM searched_text", String.class);
    }
}
