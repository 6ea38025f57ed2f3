package com.eindr.voice.web.talk;

import com.eindr.shared.web.WebJson;
import com.eindr.voice.Intent;
import com.eindr.voice.Selection;
import com.eindr.voice.Slots;
import com.eindr.voice.web.talk.Talk.Call;
import com.eindr.voice.web.talk.Talk.Parameter;
import com.eindr.voice.web.talk.Talk.Tool;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a chat model may ask for: the very things that people may say. Things are named by their words and never by an id, so
 * that a model can reach nothing that its person could not have named.
 */
@Component
final class Tools {
    private static final String TITLE = "title";
    private static final String ABOUT = "about";
    private static final String START = "start";
    private static final String RECURRENCE = "recurrence";
    private static final String PERSON = "person";

    private static final Parameter WHICH =
            new Parameter(ABOUT, "Words of the title of the one reminder that is meant", true, List.of());
    private static final Parameter NEW_START =
            new Parameter(START, "The new local date and time, such as 2026-12-01T09:00", true, List.of());

    private static final Map<Intent, Tool> TOOLS = tools();

    private final WebJson json;

    Tools(WebJson json) {
        this.json = json;
    }

    /** What a call orders. */
    record Wanted(Intent intent, Slots slots) {}

    /** A call that orders nothing that there is; the message is for the model. */
    static final class NotSo extends Exception {
        private static final long serialVersionUID = 1L;

        NotSo(String message) {
            super(message);
        }
    }

    static List<Tool> all() {
        return List.copyOf(TOOLS.values());
    }

    /**
     * Reads what a call orders.
     *
     * @param now the local time of the person
     * @param usual the currency of an amount without one
     * @throws NotSo saying what is wrong with it
     */
    Wanted read(Call call, LocalDateTime now, Currency usual) throws NotSo {
        Intent intent = TOOLS.entrySet().stream()
                .filter(tool -> tool.getValue().name().equals(call.name()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new NotSo("there is no such tool"));
        Arguments given = new Arguments(object(call.arguments()), now);
        return new Wanted(intent, slots(intent, given, usual));
    }

    private static Slots slots(Intent intent, Arguments given, Currency usual) throws NotSo {
        return switch (intent) {
            case REMINDER_CREATE ->
                Slots.reminder(given.required(TITLE, 200), given.toCome(START), given.text(RECURRENCE, 200));
            case REMINDER_LIST ->
                Slots.filter(new Selection(null, null, given.moment("from"), given.moment("to"), true), null);
            case REMINDER_UPDATE -> changed(given);
            case REMINDER_SNOOZE -> Slots.filter(one(given), given.toCome(START));
            case REMINDER_COMPLETE, REMINDER_CANCEL -> Slots.filter(one(given), null);
            case NOTE_CREATE -> Slots.content(given.required("content", 10_000));
            case NOTE_LIST -> {
                String about = given.text(ABOUT, 200);
                yield Slots.filter(new Selection(null, about, null, null, about == null), null);
            }
            case DEBT_RECORD ->
                Slots.debt(given.required(PERSON, 100), given.direction(), given.money(usual), given.text("note", 500));
            case DEBT_SETTLE -> Slots.debt(given.required(PERSON, 100), given.direction(), given.money(usual), null);
            case DEBT_QUERY -> Slots.debt(given.text(PERSON, 100), null, null, null);
            default -> Slots.NONE;
        };
    }

    private static Slots changed(Arguments given) throws NotSo {
        String title = given.text(TITLE, 200);
        String recurrence = given.text(RECURRENCE, 200);
        boolean stays = given.moment(START) == null && (title != null || recurrence != null);
        return Slots.changed(one(given), title, stays ? null : given.toCome(START), recurrence);
    }

    private static Selection one(Arguments given) throws NotSo {
        return new Selection(null, given.required(ABOUT, 200), null, null, false);
    }

    private JsonNode object(String arguments) throws NotSo {
        try {
            JsonNode read = json.mapper().readTree(arguments.isBlank() ? "{}" : arguments);
            if (read.isObject()) {
                return read;
            }
        } catch (JacksonException e) {
            throw new NotSo("the arguments are no JSON");
        }
        throw new NotSo("the arguments must be a JSON object");
    }

    private static Map<Intent, Tool> tools() {
        Parameter from = optional("from", "The first local moment that counts, such as 2026-12-01T00:00");
        Parameter to = optional("to", "The first local moment that no longer counts");
        Parameter person = new Parameter(PERSON, "The name of the friend or contact", true, List.of());
        Parameter direction = new Parameter(
                Arguments.DIRECTION, "OWED_TO_ME where they owe the user", true, List.of("OWED_TO_ME", "I_OWE"));
        Parameter amount = new Parameter(Arguments.AMOUNT, "Digits, such as 5000.00", true, List.of());
        Parameter currency = optional(Arguments.CURRENCY, "ISO 4217; by default the user's");
        Map<Intent, Tool> tools = new EnumMap<>(Intent.class);
        tools.put(
                Intent.REMINDER_CREATE,
                new Tool(
                        "create_reminder",
                        "Reminds the user of something",
                        List.of(
                                new Parameter(TITLE, "What of, in the user's words", true, List.of()),
                                new Parameter(START, "Local date and time, such as 2026-12-01T09:00", true, List.of()),
                                optional(RECURRENCE, "An RRULE of RFC 5545 such as FREQ=DAILY"))));
        tools.put(
                Intent.REMINDER_LIST, new Tool("list_reminders", "Reads out the user's reminders", List.of(from, to)));
        tools.put(
                Intent.REMINDER_UPDATE,
                new Tool(
                        "change_reminder",
                        "Gives a reminder another time, another rhythm or other words",
                        List.of(
                                WHICH,
                                optional(START, "The new local date and time, such as 2026-12-01T09:00"),
                                optional(RECURRENCE, "The new RRULE of RFC 5545 such as FREQ=DAILY"),
                                optional(TITLE, "The new words"))));
        tools.put(
                Intent.REMINDER_SNOOZE,
                new Tool("snooze_reminder", "Lets a reminder ring again later", List.of(WHICH, NEW_START)));
        tools.put(
                Intent.REMINDER_COMPLETE,
                new Tool("complete_reminder", "Says that what a reminder is about is done", List.of(WHICH)));
        tools.put(
                Intent.REMINDER_CANCEL,
                new Tool("cancel_reminder", "Asks the user whether to cancel a reminder", List.of(WHICH)));
        tools.put(
                Intent.NOTE_CREATE,
                new Tool(
                        "note",
                        "Writes a note",
                        List.of(new Parameter("content", "What to note, in the user's words", true, List.of()))));
        tools.put(
                Intent.NOTE_LIST,
                new Tool(
                        "list_notes", "Reads out the user's notes", List.of(optional(ABOUT, "Words that must occur"))));
        tools.put(
                Intent.DEBT_RECORD,
                new Tool(
                        "record_debt",
                        "Records who owes whom",
                        List.of(person, direction, amount, currency, optional("note", "What it is for"))));
        tools.put(
                Intent.DEBT_SETTLE,
                new Tool(
                        "settle_debt",
                        "Asks the user whether to record that a debt was paid",
                        List.of(person, direction, amount, currency)));
        tools.put(
                Intent.DEBT_QUERY,
                new Tool("what_is_owed", "Reads out who owes whom", List.of(optional(PERSON, "By default everybody"))));
        tools.put(Intent.UNDO, new Tool("undo", "Asks the user whether to undo what was done last", List.of()));
        return tools;
    }

    private static Parameter optional(String name, String description) {
        return new Parameter(name, description, false, List.of());
    }
}
