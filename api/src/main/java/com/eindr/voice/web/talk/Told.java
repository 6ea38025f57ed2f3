package com.eindr.voice.web.talk;

import com.eindr.voice.Choice;
import com.eindr.voice.web.deed.Deed;
import com.eindr.voice.web.deed.Result;
import com.eindr.voice.web.deed.Result.Item;
import com.eindr.voice.web.deed.Result.Owed;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a model is told of what has become of its call: facts in JSON, and no id of anything. */
final class Told {
    private static final int LONGEST = 200;

    private Told() {}

    static Map<String, Object> wrong(String message) {
        return Map.of("status", "INVALID", "error", message);
    }

    /** @param people whose names may be told; of others there may be an id in place of a name */
    static Map<String, Object> of(Deed deed, List<String> people) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("status", deed.fate().name());
        if (!deed.choices().isEmpty()) {
            told.put("ask", deed.choices().stream().map(Choice::slot).distinct().toList());
        }
        switch (deed.result()) {
            case Result.ReminderSet set -> told.put("reminder", item(set.reminder()));
            case Result.ReminderChanged changed -> told.put("reminder", item(changed.reminder()));
            case Result.ReminderSnoozed snoozed -> {
                told.put("reminder", cut(snoozed.title()));
                told.put("until", text(snoozed.until()));
            }
            case Result.RemindersCompleted completed -> told.put("completed", cut(completed.titles()));
            case Result.RemindersCancelled cancelled -> told.put("cancelled", cut(cancelled.titles()));
            case Result.Reminders list -> {
                told.put("reminders", list.items().stream().map(Told::item).toList());
                told.put("more", list.more());
            }
            case Result.NoteWritten note -> told.put("note", cut(note.content()));
            case Result.Notes notes -> {
                told.put("notes", cut(notes.contents()));
                told.put("more", notes.more());
            }
            case Result.DebtRecorded debt -> {
                told.put("person", debt.counterparty());
                told.put("amount", debt.amount().toString());
                told.put("waitsForThem", debt.awaits());
            }
            case Result.DebtSettled debt -> {
                told.put("person", debt.counterparty());
                told.put("amount", debt.amount().toString());
                told.put("waitsForThem", debt.awaits());
            }
            case Owed owed ->
                told.put(
                        "owedToUser",
                        owed.balances().stream()
                                .map(balance -> balance(balance, people))
                                .toList());
            case Result.Undone undone -> told.put("undone", undone.things());
            case Result.NothingFound nothing -> told.put("found", "nothing");
            case Result.LockedByPlan locked -> told.put("error", "the user's plan does not include this");
            case Result.Refused refused -> told.put("error", refused.detail());
            case Result.Asked asked -> {
                // What is asked stands in ask.
            }
            case Result.NotUnderstood not -> told.put("error", "not understood");
            case Result.Talk talk -> {
                // Nothing was done.
            }
        }
        return told;
    }

    private static Map<String, Object> item(Item item) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("title", cut(item.title()));
        Result.When when = item.when();
        if (when != null) {
            told.put("start", text(when.start()));
            String recurrence = when.recurrence();
            if (recurrence != null) {
                told.put("recurrence", recurrence);
            }
        }
        return told;
    }

    private static Map<String, Object> balance(Owed.Balance balance, List<String> people) {
        String name = balance.counterparty();
        return Map.of(
                "person",
                people.contains(name) ? name : "somebody",
                "net",
                balance.net().toString());
    }

    private static String text(LocalDateTime moment) {
        return moment.toString();
    }

    private static List<String> cut(List<String> texts) {
        return texts.stream().map(Told::cut).toList();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST) - 1)) + "…";
    }
}
