package com.eindr.voice.web.reply;

import static com.eindr.voice.web.reply.Spoken.all;
import static com.eindr.voice.web.reply.Spoken.money;
import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.voice.Choice;
import com.eindr.voice.Intent;
import com.eindr.voice.Selection;
import com.eindr.voice.Slots;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private final Spoken english = new Spoken("en");

    @Test
    void what_is_missing_is_asked() {
        Slots coffee = Slots.reminder("drink coffee", null, null);

        assertThat(english.asked(Intent.REMINDER_CREATE, Slots.NONE, "title"))
                .isEqualTo("What should I remind you of?");
        assertThat(english.asked(Intent.REMINDER_CREATE, coffee, "start"))
                .isEqualTo("When should I remind you: drink coffee?");
        assertThat(english.asked(Intent.REMINDER_CREATE, coffee, "start", "2026-11-23T15:00", "2026-11-24T09:00"))
                .isEqualTo("When should I remind you: drink coffee? For example today at 3 PM or tomorrow at 9 AM.");
        assertThat(english.asked(Intent.DEBT_RECORD, Slots.NONE, "amount")).isEqualTo("How much is it?");
        assertThat(english.asked(Intent.DEBT_SETTLE, Slots.NONE, "amount", "5000.00 PKR"))
                .isEqualTo("How much is it? For example 5,000 Pakistani rupees.");
        assertThat(english.asked(Intent.DEBT_RECORD, Slots.NONE, "counterparty"))
                .isEqualTo("Who is it about?");
        assertThat(english.asked(Intent.NOTE_CREATE, Slots.NONE, "content")).isEqualTo("What should I note?");
        assertThat(english.asked(Intent.NOTE_CREATE, Slots.NONE, "mood")).isEqualTo("Please say that more exactly.");
    }

    @Test
    void what_may_be_two_things_is_asked_with_both() {
        LocalDateTime five = LocalDateTime.parse("2026-11-24T17:00");

        assertThat(english.asked(
                        Intent.REMINDER_CREATE,
                        Slots.reminder("the dentist", five, null),
                        "start",
                        "2026-11-24T17:00",
                        "2026-11-24T05:00"))
                .isEqualTo("the dentist: tomorrow at 5 PM or tomorrow at 5 AM?");
        assertThat(english.asked(
                        Intent.REMINDER_CREATE,
                        Slots.reminder("coffee", five, "FREQ=WEEKLY;BYDAY=TU"),
                        "start",
                        "2026-11-24T17:00",
                        "2026-11-24T05:00"))
                .isEqualTo("coffee: every Tuesday at 5 PM or every Tuesday at 5 AM?");
        assertThat(english.asked(
                        Intent.REMINDER_UPDATE, Slots.filter(that(), five), "start", "2026-11-24T17:00", "later"))
                .isEqualTo("When exactly: tomorrow at 5 PM or later?");
        assertThat(english.asked(Intent.REMINDER_CREATE, Slots.reminder("x", five, null), "start"))
                .isEqualTo("That time has passed already. When instead?");
        assertThat(english.asked(Intent.DEBT_RECORD, Slots.NONE, "counterparty", "Ana Khan", "Ana Lee"))
                .isEqualTo("Which one: Ana Khan or Ana Lee?");
        assertThat(english.asked(Intent.DEBT_RECORD, Slots.NONE, "counterparty", "Zed"))
                .isEqualTo("I don't know Zed yet. Is that name right?");
        assertThat(english.asked(Intent.REMINDER_CANCEL, Slots.NONE, "filter", "the dentist", "the doctor", "coffee"))
                .isEqualTo("Which one: the dentist, the doctor, or coffee?");
    }

    @Test
    void what_takes_away_is_read_back_before_it_is_done() {
        assertThat(cancel(null, null, null, null, true)).isEqualTo("Shall I cancel all reminders?");
        assertThat(cancel(null, null, "2026-11-24T00:00", "2026-11-25T00:00", true))
                .isEqualTo("Shall I cancel all reminders tomorrow?");
        assertThat(cancel(Selection.THAT, null, null, null, false)).isEqualTo("Shall I cancel that one?");
        assertThat(cancel(Selection.LAST, null, null, null, false)).isEqualTo("Shall I cancel the last one?");
        assertThat(cancel(2, null, null, null, false)).isEqualTo("Shall I cancel number 2?");
        assertThat(cancel(null, "the dentist", null, null, false)).isEqualTo("Shall I cancel the dentist?");
        assertThat(english.asked(Intent.REMINDER_CANCEL, all(), Choice.CONFIRM, "the dentist", "coffee"))
                .isEqualTo("Shall I cancel the dentist and coffee?");
        assertThat(english.asked(
                        Intent.REMINDER_CANCEL, all(), Choice.CONFIRM, "the dentist, 2026-11-24 09:00", "coffee"))
                .isEqualTo("Shall I cancel the dentist, tomorrow at 9 AM and coffee?");
        assertThat(english.asked(
                        Intent.REMINDER_CANCEL, all(), "filter", "tea, 2026-11-24 09:00", "tea, 2026-11-25 09:00"))
                .isEqualTo("Which one: tea, tomorrow at 9 AM or tea, on Wednesday at 9 AM?");
        assertThat(english.asked(Intent.UNDO, Slots.NONE, Choice.CONFIRM)).isEqualTo("Shall I undo the last thing?");
    }

    @Test
    void what_is_unsure_is_read_back_before_it_is_done() {
        LocalDateTime five = LocalDateTime.parse("2026-11-24T17:00");

        assertThat(english.asked(Intent.REMINDER_CREATE, Slots.reminder("the dentist", five, null), Choice.CONFIRM))
                .isEqualTo("Shall I set this reminder: the dentist, tomorrow at 5 PM?");
        assertThat(english.asked(Intent.NOTE_CREATE, Slots.content("milk"), Choice.CONFIRM))
                .isEqualTo("Shall I note: milk?");
        assertThat(english.asked(
                        Intent.DEBT_RECORD, Slots.debt("Saad", true, money("500", "PKR"), null), Choice.CONFIRM))
                .isEqualTo("Shall I record that Saad owes you 500 Pakistani rupees?");
        assertThat(english.asked(
                        Intent.DEBT_SETTLE, Slots.debt("Ana", false, money("20", "EUR"), null), Choice.CONFIRM))
                .isEqualTo("Shall I record that you paid Ana 20 euros?");
        assertThat(english.asked(Intent.DEBT_SETTLE, Slots.debt("Ana", null, null, null), Choice.CONFIRM))
                .isEqualTo("Shall I do that?");
    }

    private String cancel(
            @Nullable Integer ordinal,
            @Nullable String about,
            @Nullable String from,
            @Nullable String to,
            boolean all) {
        Selection selection = new Selection(
                ordinal,
                about,
                from == null ? null : LocalDateTime.parse(from),
                to == null ? null : LocalDateTime.parse(to),
                all);
        return english.asked(Intent.REMINDER_CANCEL, Slots.filter(selection, null), Choice.CONFIRM);
    }

    private static Selection that() {
        return new Selection(Selection.THAT, null, null, null, false);
    }
}
