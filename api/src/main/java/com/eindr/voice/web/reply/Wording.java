package com.eindr.voice.web.reply;

import com.eindr.account.Plan;
import com.eindr.voice.Fate;
import com.eindr.voice.Intent;
import com.eindr.voice.web.deed.Deed;
import com.eindr.voice.web.deed.Person;
import com.eindr.voice.web.deed.Result;
import com.eindr.voice.web.deed.Result.Asked;
import com.eindr.voice.web.deed.Result.DebtRecorded;
import com.eindr.voice.web.deed.Result.DebtSettled;
import com.eindr.voice.web.deed.Result.Item;
import com.eindr.voice.web.deed.Result.LockedByPlan;
import com.eindr.voice.web.deed.Result.NotUnderstood;
import com.eindr.voice.web.deed.Result.NoteWritten;
import com.eindr.voice.web.deed.Result.Notes;
import com.eindr.voice.web.deed.Result.NothingFound;
import com.eindr.voice.web.deed.Result.Owed;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts into words what has become of what somebody said: short, to be spoken aloud, in their language, reading back what
 * was understood. The words are in {@code replies_*.properties}, the names of days, countries and currencies in CLDR.
 */
@Component
public class Wording {
    /** A full stop after what ends with a stop of its own. */
    private static final Pattern SECOND_STOP =
            Pattern.compile("([?!\u061F\u2026]\u2069?|(?<!\\.)\\.(?=\\.(?!\\.)))[.\u0964\u06D4]");

    private final Tongues tongues = new Tongues();

    /** @return never blank; titles of the other direction of writing are isolated in it as UAX #9 has it */
    public String reply(Person person, List<Deed> deeds) {
        Tongue tongue = tongues.of(person.language());
        Telling telling = new Telling(tongue, new SpokenTimes(tongue, person));
        List<String> sentences = new ArrayList<>();
        if (deeds.stream().anyMatch(deed -> deed.fate() == Fate.UNDERSTOOD)) {
            sentences.add(tongue.say("rehearsal"));
        }
        deeds.stream()
                .map(Deed::result)
                .filter(result -> deeds.size() == 1 || !isAside(result))
                .map(telling::of)
                .forEach(sentences::add);
        if (deeds.isEmpty()) {
            sentences.add(tongue.say("dropped"));
        } else if (sentences.isEmpty()) {
            sentences.add(telling.of(deeds.getFirst().result()));
        } else if (deeds.size() > 1 && deeds.stream().anyMatch(deed -> deed.result() instanceof NotUnderstood)) {
            sentences.add(tongue.say("unknown.part"));
        }
        return SECOND_STOP.matcher(String.join(" ", sentences)).replaceAll("$1");
    }

    /** What is not answered in a sentence of its own where there is more to tell. */
    private static boolean isAside(Result result) {
        return result instanceof NotUnderstood || (result instanceof Talk talk && talk.answer() == null);
    }

    private record Telling(Tongue tongue, SpokenTimes times) {

        String of(Result result) {
            return switch (result) {
                case ReminderSet set -> set("reminder.set", set.reminder());
                case ReminderChanged changed -> changed(changed);
                case ReminderSnoozed snoozed ->
                    tongue.say(
                            "reminder.snoozed",
                            Map.of("item", times.item(snoozed.title(), times.moment(snoozed.until()))));
                case RemindersCompleted completed -> titles("reminders.completed", completed.titles());
                case RemindersCancelled cancelled -> titles("reminders.cancelled", cancelled.titles());
                case Reminders reminders -> reminders(reminders);
                case NoteWritten note -> tongue.say("note", Map.of("content", tongue.quoted(note.content())));
                case Notes notes ->
                    list(
                            "notes",
                            "",
                            notes.contents().stream().map(tongue::quoted).toList(),
                            notes.more());
                case DebtRecorded debt ->
                    new Debts(tongue)
                            .recorded("debt", debt.counterparty(), debt.owedToMe(), debt.amount(), debt.awaits());
                case DebtSettled debt ->
                    new Debts(tongue)
                            .recorded("paid", debt.counterparty(), debt.owedToMe(), debt.amount(), debt.awaits());
                case Owed owed -> new Debts(tongue).owed(owed);
                case Undone undone -> tongue.say("undone", Map.of("count", undone.things()));
                case Asked asked -> new Questions(tongue, times).of(asked);
                case NothingFound nothing -> nothing(nothing);
                case LockedByPlan locked -> locked(locked.requiredPlan());
                case Refused refused -> new Refusals(tongue).of(refused);
                case NotUnderstood _ -> tongue.say("unknown");
                case Talk talk ->
                    talk.answer() == null || talk.answer().isBlank() ? tongue.say("talk.none") : talk.answer();
            };
        }

        private String set(String key, Item item) {
            When when = item.when();
            String set = tongue.say(key, Map.of("item", times.item(item)));
            return when != null && when.adjusted() ? set + " " + tongue.say("reminder.adjusted") : set;
        }

        private String changed(ReminderChanged changed) {
            if (changed.was() == null) {
                return set("reminder.changed", changed.reminder());
            }
            return tongue.say(
                    "reminder.renamed",
                    Map.of("was", tongue.quoted(changed.was()), "item", times.item(changed.reminder())));
        }

        private String titles(String key, List<String> titles) {
            return tongue.say(key, Map.of("count", titles.size(), "titles", new Titles(tongue).of(titles)));
        }

        private String reminders(Reminders reminders) {
            boolean ofDay = SpokenTimes.isWithinDay(reminders.from(), reminders.to());
            String window = times.window(reminders.from(), reminders.to());
            return list(
                    window.isEmpty() ? "reminders" : "reminders.window",
                    window,
                    reminders.items().stream()
                            .map(item -> ofDay ? times.itemOfDay(item) : times.item(nextOnly(item)))
                            .toList(),
                    reminders.more());
        }

        /** A list is about what comes next; how it goes on would make it long. */
        private static Item nextOnly(Item item) {
            When when = item.when();
            return when == null
                    ? item
                    : new Item(item.title(), new When(when.start(), when.zone(), when.allDay(), when.adjusted(), null));
        }

        /** One thing in a sentence; several by their places, by which they may be named afterwards. */
        private String list(String key, String window, List<String> items, int more) {
            int count = items.size() + Math.max(0, more);
            String only = items.isEmpty() ? "" : items.getFirst();
            StringBuilder said =
                    new StringBuilder(tongue.say(key, Map.of("count", count, "window", window, "item", only)));
            if (count > 1) {
                for (int i = 0; i < items.size(); i++) {
                    said.append(' ').append(tongue.say("entry", Map.of("place", i + 1, "item", items.get(i))));
                }
                if (more > 0) {
                    said.append(' ').append(tongue.say("rest", Map.of("count", more)));
                }
            }
            return said.toString();
        }

        private String nothing(NothingFound nothing) {
            if (nothing.intent() == Intent.UNDO) {
                return tongue.say("undone", Map.of("count", 0));
            }
            String about = nothing.about();
            String kind = kind(nothing.intent());
            return about == null
                    ? tongue.say("missing." + kind)
                    : tongue.say("missing." + kind + ".about", Map.of("about", tongue.quoted(about)));
        }

        private static String kind(Intent intent) {
            return switch (intent) {
                case REMINDER_CREATE,
                        REMINDER_LIST,
                        REMINDER_UPDATE,
                        REMINDER_COMPLETE,
                        REMINDER_SNOOZE,
                        REMINDER_CANCEL -> "reminder";
                case NOTE_CREATE, NOTE_LIST -> "note";
                case DEBT_RECORD, DEBT_SETTLE, DEBT_QUERY -> "debt";
                case UNDO, CHITCHAT, UNKNOWN -> "other";
            };
        }

        private String locked(@Nullable Plan plan) {
            if (plan == null) {
                return tongue.say("locked");
            }
            String name = plan.name().charAt(0) + plan.name().substring(1).toLowerCase(Locale.ROOT);
            return tongue.say("locked.plan", Map.of("plan", tongue.quoted(name)));
        }
    }
}
