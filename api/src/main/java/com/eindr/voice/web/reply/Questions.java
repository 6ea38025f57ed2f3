package com.eindr.voice.web.reply;

import com.eindr.shared.Money;
import com.eindr.voice.Choice;
import com.eindr.voice.Selection;
import com.eindr.voice.Slots;
import com.eindr.voice.web.deed.Items;
import com.eindr.voice.web.deed.OpenQuestions;
import com.eindr.voice.web.deed.Result.Asked;
import com.eindr.voice.web.deed.Result.When;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks what has to be known before something is done. One question at a time: the first that is open. */
public record Questions(Tongue tongue, SpokenTimes times) {
    private static final int MOST_CHOICES = 5;
    private static final Pattern TIMED =
            Pattern.compile("(.+), ([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)", Pattern.DOTALL);

    String of(Asked asked) {
        if (asked.choices().isEmpty()) {
            return confirm(asked, List.of());
        }
        Choice first = asked.choices().getFirst();
        List<String> values = first.values().stream().limit(MOST_CHOICES).toList();
        return switch (first.slot()) {
            case "title" -> tongue.say("ask.title");
            case "content" -> tongue.say("ask.content");
            case "start" -> start(asked.slots(), values);
            case "counterparty" -> person(values);
            case "amount" -> amount(values);
            // Where the values are mere yes and no, the slots say what it is about.
            case Choice.CONFIRM ->
                confirm(asked, first.values().equals(OpenQuestions.YES_OR_NO) ? List.of() : first.values());
            default -> values.isEmpty() ? tongue.say("ask.other") : which(quoted(values));
        };
    }

    private String amount(List<String> values) {
        String question = tongue.say("ask.amount");
        return values.isEmpty()
                ? question
                : question + " "
                        + tongue.say(
                                "ask.start.example",
                                Map.of(
                                        "choices",
                                        tongue.or(
                                                values.stream().map(this::money).toList())));
    }

    /** An amount as choices write it, {@code 5000.00 PKR}, as it is said. */
    private String money(String value) {
        int blank = value.indexOf(' ');
        try {
            return tongue.money(
                    Money.positive(value.substring(0, Math.max(0, blank)), Money.currency(value.substring(blank + 1))));
        } catch (IllegalArgumentException e) {
            return tongue.quoted(value);
        }
    }

    /** @param choices ready to stand in the sentence */
    private String which(List<String> choices) {
        return tongue.say("ask.which", Map.of("choices", tongue.or(choices)));
    }

    private List<String> quoted(List<String> values) {
        return values.stream().map(this::named).toList();
    }

    /** A thing as {@link Items#names} tells it from others: its title and its time, which are said as times are. */
    private String named(String value) {
        Matcher timed = TIMED.matcher(value);
        if (!timed.matches()) {
            return tongue.quoted(value);
        }
        try {
            LocalDateTime at = LocalDateTime.parse(timed.group(2) + "T" + timed.group(3));
            return times.item(timed.group(1), times.moment(at));
        } catch (DateTimeParseException e) {
            return tongue.quoted(value);
        }
    }

    private String start(Slots slots, List<String> values) {
        String title = slots.title() == null ? null : tongue.quoted(slots.title());
        List<String> choices = values.stream().map(value -> when(slots, value)).toList();
        if (slots.start() == null || choices.isEmpty()) {
            String question = slots.start() == null
                    ? tongue.say("ask.start", named("title", title))
                    : tongue.say("ask.start.past");
            return choices.isEmpty()
                    ? question
                    : question + " " + tongue.say("ask.start.example", Map.of("choices", tongue.or(choices)));
        }
        return title == null
                ? tongue.say("ask.start.which", Map.of("choices", tongue.or(choices)))
                : tongue.say("ask.start.which.of", Map.of("title", title, "choices", tongue.or(choices)));
    }

    private String when(Slots slots, String value) {
        try {
            LocalDateTime start = LocalDateTime.parse(value);
            String rule = slots.recurrence();
            return rule == null ? times.moment(start) : times.when(here(start, rule));
        } catch (DateTimeParseException e) {
            return tongue.quoted(value);
        }
    }

    private When here(LocalDateTime start, @Nullable String rule) {
        // As it was said: no zone is spoken of that the speaker did not name.
        return new When(start, times.person().home(), false, false, rule);
    }

    private String person(List<String> names) {
        return switch (names.size()) {
            case 0 -> tongue.say("ask.person");
            case 1 -> tongue.say("ask.person.new", Map.of("name", tongue.quoted(names.getFirst())));
            default -> which(quoted(names));
        };
    }

    private String confirm(Asked asked, List<String> titles) {
        Slots slots = asked.slots();
        return switch (asked.intent()) {
            case REMINDER_CREATE -> confirmed("confirm.create", slots.title(), slots);
            case REMINDER_UPDATE -> changed(slots, titled(slots, titles));
            case REMINDER_SNOOZE -> confirmed("confirm.snooze", titled(slots, titles), slots);
            case REMINDER_COMPLETE -> tongue.say("confirm.complete", Map.of("what", what(slots.filter(), titles)));
            case REMINDER_CANCEL -> tongue.say("confirm.cancel", Map.of("what", what(slots.filter(), titles)));
            case NOTE_CREATE ->
                slots.content() == null
                        ? tongue.say("ask.content")
                        : tongue.say("confirm.note", Map.of("content", tongue.quoted(slots.content())));
            case DEBT_RECORD -> debt("debt", slots);
            case DEBT_SETTLE -> debt("paid", slots);
            case UNDO -> tongue.say("confirm.undo");
            default -> tongue.say("confirm.other");
        };
    }

    private String changed(Slots slots, @Nullable String was) {
        String title = slots.title();
        return title == null || was == null
                ? confirmed("confirm.update", title == null ? was : title, slots)
                : tongue.say(
                        "confirm.rename", Map.of("was", tongue.quoted(was), "item", times.item(title, newTime(slots))));
    }

    private @Nullable String newTime(Slots slots) {
        LocalDateTime start = slots.start();
        String rule = slots.recurrence();
        if (start == null) {
            return rule == null ? null : times.rhythm(rule);
        }
        return times.when(here(start, rule));
    }

    private String confirmed(String key, @Nullable String title, Slots slots) {
        String when = newTime(slots);
        if (title == null) {
            return when == null ? tongue.say("confirm.other") : tongue.say(key, Map.of("item", when));
        }
        return tongue.say(key, Map.of("item", times.item(title, when)));
    }

    private static @Nullable String titled(Slots slots, List<String> titles) {
        Selection filter = slots.filter();
        if (titles.size() == 1) {
            Matcher timed = TIMED.matcher(titles.getFirst());
            return timed.matches() ? timed.group(1) : titles.getFirst();
        }
        return filter == null ? slots.title() : filter.about();
    }

    private String debt(String kind, Slots slots) {
        Boolean owedToMe = slots.owedToMe();
        if (slots.counterparty() == null || slots.amount() == null || owedToMe == null) {
            return tongue.say("confirm.other");
        }
        String fact = new Debts(tongue).fact(kind, slots.counterparty(), owedToMe, slots.amount());
        return tongue.say("confirm.debt", Map.of("fact", fact));
    }

    /** Which things are meant, in the words of the language. */
    private String what(@Nullable Selection filter, List<String> titles) {
        if (!titles.isEmpty()) {
            return new Titles(tongue).of(titles, this::named);
        }
        if (filter == null) {
            return tongue.say("which.that");
        }
        if (filter.about() != null) {
            return tongue.quoted(filter.about());
        }
        Integer ordinal = filter.ordinal();
        if (ordinal != null) {
            return switch (ordinal) {
                case Selection.THAT -> tongue.say("which.that");
                case Selection.LAST -> tongue.say("which.last");
                default -> tongue.say("which.place", Map.of("place", ordinal));
            };
        }
        String window = times.window(filter.from(), filter.to());
        return window.isEmpty() ? tongue.say("which.all") : tongue.say("which.window", Map.of("window", window));
    }

    private static Map<String, String> named(String name, @Nullable String value) {
        return value == null ? Map.of("named", "no", name, "") : Map.of("named", "yes", name, value);
    }
}
