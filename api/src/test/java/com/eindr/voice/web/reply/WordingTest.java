package com.eindr.voice.web.reply;

import static com.eindr.voice.web.reply.Spoken.BERLIN;
import static com.eindr.voice.web.reply.Spoken.HOME;
import static com.eindr.voice.web.reply.Spoken.item;
import static com.eindr.voice.web.reply.Spoken.money;
import static com.eindr.voice.web.reply.Spoken.when;
import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.voice.Fate;
import com.eindr.voice.Intent;
import com.eindr.voice.web.deed.Result.DebtRecorded;
import com.eindr.voice.web.deed.Result.DebtSettled;
import com.eindr.voice.web.deed.Result.Item;
import com.eindr.voice.web.deed.Result.LockedByPlan;
import com.eindr.voice.web.deed.Result.NotUnderstood;
import com.eindr.voice.web.deed.Result.NoteWritten;
import com.eindr.voice.web.deed.Result.Notes;
import com.eindr.voice.web.deed.Result.NothingFound;
import com.eindr.voice.web.deed.Result.Owed;
import com.eindr.voice.web.deed.Result.Owed.Balance;
import com.eindr.voice.web.deed.Result.Refused;
import com.eindr.voice.web.deed.Result.ReminderChanged;
import com.eindr.voice.web.deed.Result.ReminderSet;
import com.eindr.voice.web.deed.Result.ReminderSnoozed;
import com.eindr.voice.web.deed.Result.Reminders;
import com.eindr.voice.web.deed.Result.RemindersCancelled;
import com.eindr.voice.web.deed.Result.RemindersCompleted;
import com.eindr.voice.web.deed.Result.Talk;
import com.eindr.voice.web.deed.Result.Undone;
import com.eindr.voice.web.deed.Result.When;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    private final Spoken english = new Spoken("en");

    @Test
    void days_that_are_near_are_said_by_name_and_others_by_date() {
        assertThat(english.set("drink coffee", "2026-11-23T19:00"))
                .isEqualTo("Reminder set: drink coffee, today at 7 PM.");
        assertThat(english.set("the dentist", "2026-11-24T09:30"))
                .isEqualTo("Reminder set: the dentist, tomorrow at 9:30 AM.");
        assertThat(english.set("call Ana", "2026-11-27T12:00"))
                .isEqualTo("Reminder set: call Ana, on Friday at 12 PM.");
        assertThat(english.set("call Ana", "2026-12-01T00:00"))
                .isEqualTo("Reminder set: call Ana, on Tuesday, December 1 at 12 AM.");
        assertThat(english.set("call Ana", "2027-01-01T09:00"))
                .isEqualTo("Reminder set: call Ana, on Friday, January 1, 2027 at 9 AM.");
    }

    @Test
    void whoever_reads_clocks_of_24_hours_hears_them() {
        assertThat(new Spoken("en-GB").set("drink coffee", "2026-11-23T19:00"))
                .isEqualTo("Reminder set: drink coffee, today at 19:00.");
        assertThat(new Spoken("en-GB").set("drink coffee", "2026-12-01T07:05"))
                .isEqualTo("Reminder set: drink coffee, on Tuesday 1 December at 07:05.");
    }

    @Test
    void a_language_without_sentences_is_answered_in_english() {
        assertThat(new Spoken("sv").set("fika", "2026-11-23T19:00")).isEqualTo("Reminder set: fika, today at 7 PM.");
        assertThat(new Spoken("und").reply(new Undone(1))).isEqualTo("Undone.");
        assertThat(new Spoken("").reply(new Undone(1))).isEqualTo("Undone.");
    }

    @Test
    void a_zone_is_said_where_it_is_not_that_of_the_home() {
        assertThat(english.reply(new ReminderSet(new Item("call Ana", when("2026-11-24T09:00", BERLIN, null)))))
                .isEqualTo("Reminder set: call Ana, tomorrow at 9 AM, Berlin time.");
        assertThat(english.reply(
                        new ReminderSet(new Item("call Ana", when("2026-11-24T09:00", ZoneId.of("UTC"), null)))))
                .isEqualTo("Reminder set: call Ana, tomorrow at 9 AM, UTC.");
        assertThat(english.reply(
                        new ReminderSet(new Item("call Ana", when("2026-11-24T09:00", ZoneId.of("+05:30"), null)))))
                .isEqualTo("Reminder set: call Ana, tomorrow at 9 AM, GMT+05:30.");
        assertThat(english.reply(new ReminderSet(new Item("call Ana", when("2026-11-24T09:00", BERLIN, "FREQ=DAILY")))))
                .isEqualTo("Reminder set: call Ana, every day at 9 AM, Berlin time, starting tomorrow.");
    }

    @Test
    void today_is_that_of_the_zone_of_the_reminder() {
        // A quarter past ten on Monday in Karachi is a quarter past seven in the evening on Sunday in Honolulu.
        assertThat(english.reply(new ReminderSet(
                        new Item("swim", when("2026-11-22T21:00", ZoneId.of("Pacific/Honolulu"), null)))))
                .isEqualTo("Reminder set: swim, today at 9 PM, Honolulu time.");
    }

    @Test
    void a_whole_day_has_no_time() {
        When day = new When(LocalDateTime.parse("2026-11-27T00:00"), HOME, true, false, null);
        When days = new When(LocalDateTime.parse("2026-11-27T00:00"), HOME, true, false, "FREQ=DAILY");

        assertThat(english.reply(new ReminderSet(new Item("the fair", day))))
                .isEqualTo("Reminder set: the fair, on Friday.");
        assertThat(english.reply(new ReminderSet(new Item("the fair", days))))
                .isEqualTo("Reminder set: the fair, every day, starting Friday.");
    }

    @Test
    void a_change_of_clocks_is_told() {
        When when = new When(LocalDateTime.parse("2027-03-28T02:30"), BERLIN, false, true, null);

        assertThat(english.reply(new ReminderSet(new Item("call", when))))
                .isEqualTo("Reminder set: call, on Sunday, March 28, 2027 at 2:30 AM, Berlin time."
                        + " Mind that the clocks change then.");
    }

    @Test
    void what_was_changed_is_read_back() {
        assertThat(english.reply(new ReminderChanged(item("the dentist", "2026-11-24T18:00"), null)))
                .isEqualTo("Changed: the dentist, tomorrow at 6 PM.");
        assertThat(english.reply(new ReminderChanged(item("call Ben", "2026-11-24T18:00"), "call Ana")))
                .isEqualTo("Changed: call Ana is now call Ben, tomorrow at 6 PM.");
        assertThat(english.reply(new ReminderSnoozed("the dentist", LocalDateTime.parse("2026-11-23T10:25"))))
                .isEqualTo("I'll remind you again: the dentist, today at 10:25 AM.");
    }

    @Test
    void what_was_ticked_off_or_cancelled_is_named() {
        assertThat(english.reply(new RemindersCompleted(List.of("the dentist"))))
                .isEqualTo("Done: the dentist.");
        assertThat(english.reply(new RemindersCancelled(List.of("a", "b"))))
                .isEqualTo("2 reminders cancelled: a and b.");
        assertThat(english.reply(new RemindersCancelled(Collections.nCopies(7, "a"))))
                .isEqualTo("7 reminders cancelled: a, a, a, a, a, and 2 more.");
        assertThat(english.reply(new RemindersCancelled(List.of()))).isEqualTo("There was nothing to cancel.");
    }

    @Test
    void a_list_is_read_out_by_places() {
        assertThat(english.list(0)).isEqualTo("You have no reminders today.");
        assertThat(english.list(1)).isEqualTo("You have one reminder today: A, at 7 PM.");
        assertThat(english.list(2)).isEqualTo("You have 2 reminders today. 1: A, at 7 PM. 2: B, at 8:30 PM.");
        assertThat(english.list(5))
                .isEqualTo("You have 5 reminders today. 1: A, at 7 PM. 2: B, at 8:30 PM. And 3 more.");
    }

    @Test
    void a_list_without_a_window_says_the_days_and_what_comes_next() {
        Item series = new Item("coffee", when("2026-11-24T07:00", HOME, "FREQ=DAILY"));

        assertThat(english.reply(new Reminders(null, null, List.of(series, new Item("the fair", null)), 0)))
                .isEqualTo("You have 2 reminders. 1: coffee, tomorrow at 7 AM. 2: the fair.");
    }

    @Test
    void windows_are_said() {
        assertThat(window("2026-11-27T00:00", "2026-11-28T00:00")).isEqualTo("You have no reminders on Friday.");
        assertThat(window("2026-11-23T00:00", "2026-11-30T00:00"))
                .isEqualTo("You have no reminders from today to Sunday.");
        assertThat(window("2026-11-24T18:00", "2026-11-25T00:00"))
                .isEqualTo("You have no reminders tomorrow from 6 PM to 12 AM.");
        assertThat(window("2026-11-24T18:00", "2026-11-24T18:01")).isEqualTo("You have no reminders tomorrow at 6 PM.");
        assertThat(english.reply(new Reminders(LocalDateTime.parse("2026-11-24T00:00"), null, List.of(), 0)))
                .isEqualTo("You have no reminders from tomorrow at 12 AM on.");
    }

    @Test
    void notes_are_read_out() {
        assertThat(english.reply(new NoteWritten("the milk is finished."))).isEqualTo("Noted: the milk is finished.");
        assertThat(english.reply(new NoteWritten("who has the key?"))).isEqualTo("Noted: who has the key?");
        assertThat(english.reply(new Notes(List.of(), 0))).isEqualTo("You have no notes.");
        assertThat(english.reply(new Notes(List.of("milk"), 0))).isEqualTo("You have one note: milk.");
        assertThat(english.reply(new Notes(List.of("milk", "key\nis with Ben"), 1)))
                .isEqualTo("You have 3 notes. 1: milk. 2: key is with Ben. And one more.");
    }

    @Test
    void debts_are_read_back_with_the_name_of_the_currency() {
        assertThat(english.reply(new DebtRecorded("Saad", true, money("5000.00", "PKR"), false)))
                .isEqualTo("Recorded: Saad owes you 5,000 Pakistani rupees.");
        assertThat(english.reply(new DebtRecorded("Mia", false, money("20.50", "EUR"), true)))
                .isEqualTo("Recorded: you owe Mia 20.50 euros. It counts once Mia accepts it.");
        assertThat(english.reply(new DebtSettled("Ana", false, money("1", "USD"), true)))
                .isEqualTo("Recorded: you paid Ana 1 US dollar. It counts once Ana confirms it.");
        assertThat(english.reply(new DebtSettled("Ana", true, money("100", "JPY"), false)))
                .isEqualTo("Recorded: Ana paid you 100 Japanese yen.");
    }

    @Test
    void what_is_owed_is_told() {
        Balance saad = new Balance("Saad", money("500", "PKR"));
        Balance mia = new Balance("Mia", money("20", "EUR").negated());

        assertThat(english.reply(new Owed(null, null, List.of(mia, saad))))
                .isEqualTo("You owe Mia 20 euros and Saad owes you 500 Pakistani rupees.");
        assertThat(english.reply(new Owed(null, null, List.of()))).isEqualTo("No debts are open.");
        assertThat(english.reply(new Owed(null, true, List.of()))).isEqualTo("Nobody owes you anything.");
        assertThat(english.reply(new Owed("Ana", null, List.of()))).isEqualTo("Nothing is open between you and Ana.");
        assertThat(english.reply(new Owed("Ana", false, List.of()))).isEqualTo("You don't owe Ana anything.");
    }

    @Test
    void what_was_not_done_is_said_with_its_reason() {
        assertThat(english.reply(new LockedByPlan(Intent.REMINDER_CREATE, Plan.PRO)))
                .isEqualTo("Your plan doesn't include that. The Pro plan does.");
        assertThat(english.reply(new LockedByPlan(Intent.REMINDER_CREATE, null)))
                .isEqualTo("Your plan doesn't include that.");
        assertThat(english.reply(new Refused(Intent.DEBT_SETTLE, "more-than-is-owed", "")))
                .isEqualTo("That is more than is owed.");
        assertThat(english.reply(new Refused(Intent.UNDO, "stale-version", "")))
                .isEqualTo("It has changed since, so I left it as it is.");
        assertThat(english.reply(new Refused(Intent.DEBT_SETTLE, "quite-new", "The moon is full.")))
                .isEqualTo("I couldn't do that: The moon is full.");
        assertThat(english.reply(new NothingFound(Intent.REMINDER_CANCEL, "the dentist")))
                .isEqualTo("I found no reminder about the dentist.");
        assertThat(english.reply(new NothingFound(Intent.DEBT_SETTLE, null))).isEqualTo("I found no such debt.");
        assertThat(english.reply(new NothingFound(Intent.UNDO, null))).isEqualTo("There was nothing to undo.");
        assertThat(english.reply(new Undone(0))).isEqualTo("There was nothing to undo.");
        assertThat(english.reply(new Undone(3))).isEqualTo("Undone: 3 things are as they were.");
    }

    @Test
    void talk_without_a_model_says_what_can_be_done_instead() {
        assertThat(english.reply(new Talk(null)))
                .isEqualTo("I can't chat, but I can remind you, take notes and keep track of who owes whom.");
        assertThat(english.reply(new Talk("Hello {you}!"))).isEqualTo("Hello {you}!");
    }

    @Test
    void several_things_are_several_sentences_and_what_was_not_understood_comes_last() {
        assertThat(english.reply(
                        new NotUnderstood(),
                        new ReminderSet(item("drink coffee", "2026-11-23T19:00")),
                        new NoteWritten("milk"),
                        new Talk(null)))
                .isEqualTo("Reminder set: drink coffee, today at 7 PM. Noted: milk. Part of it I didn't understand.");
        assertThat(english.reply(new NotUnderstood(), new NotUnderstood()))
                .isEqualTo("Sorry, I didn't understand that.");
        assertThat(english.reply()).isEqualTo("All right, I'll leave it.");
        assertThat(english.reply(Fate.UNDERSTOOD, new NoteWritten("milk")))
                .isEqualTo("Just a rehearsal, nothing is done. Noted: milk.");
    }

    @Test
    void what_people_wrote_is_no_pattern_and_turns_nothing_around() {
        assertThat(english.reply(new NoteWritten("{0} '{name}' # 'tis"))).isEqualTo("Noted: {0} '{name}' # 'tis.");
        assertThat(english.set("اتصل بأمي", "2026-11-23T19:00"))
                .isEqualTo("Reminder set: \u2068اتصل بأمي\u2069, today at 7 PM.");
        assertThat(english.set("call \u202Emom", "2026-11-23T19:00"))
                .isEqualTo("Reminder set: call mom, today at 7 PM.");
        assertThat(english.reply(new NoteWritten("word ".repeat(100))).length()).isLessThan(200);
    }

    private String window(String from, String to) {
        return english.reply(new Reminders(LocalDateTime.parse(from), LocalDateTime.parse(to), List.of(), 0));
    }
}
