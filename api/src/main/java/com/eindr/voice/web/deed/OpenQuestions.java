package com.eindr.voice.web.deed;

import com.eindr.shared.Money;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.Notation;
import com.eindr.voice.Choice;
import com.eindr.voice.Fate;
import com.eindr.voice.Slots;
import com.eindr.voice.Understanding;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks, and reads what was answered. */
@Component
public class OpenQuestions {
    static final String FILTER = "filter";
    public static final String COUNTERPARTY = "counterparty";
    static final String AMOUNT = "amount";
    public static final List<String> YES_OR_NO = List.of("yes", "no");
    private static final String NO = "no";

    private final Memory memory;

    OpenQuestions(Memory memory) {
        this.memory = memory;
    }

    /** Keeps what is open; null where nothing is. */
    @Nullable
    String ask(Person person, String language, List<Order> orders, List<Done> done) {
        List<Question.Open> open = new ArrayList<>();
        for (int i = 0; i < done.size(); i++) {
            Deed deed = done.get(i).deed();
            if (deed.fate() == Fate.NEEDS_CONFIRMATION) {
                open.add(new Question.Open(
                        i, orders.get(i), deed.choices(), done.get(i).options()));
            }
        }
        if (open.isEmpty()) {
            return null;
        }
        String id = TimeOrderedUuid.next().toString();
        memory.ask(person.userId(), new Question(id, language, person.zone().getId(), open));
        return id;
    }

    /**
     * What is to be done about one thing after all.
     *
     * @param answers values by slots
     * @return empty where the person does not want it
     * @throws InvalidRequest if an answer is none
     */
    public static Optional<Order> answered(Question.Open open, Map<String, String> answers) {
        Understanding said = open.order().said();
        Slots slots = said.slots();
        List<String> chosen = open.order().chosen();
        List<Choice> left = new ArrayList<>();
        for (Choice choice : open.choices()) {
            String value = answers.get(choice.slot());
            if (value == null) {
                left.add(choice);
            } else if (choice.slot().equals(Choice.CONFIRM)) {
                if (value.equals(NO)) {
                    return Optional.empty();
                }
                chosen = confirmed(open, choice, value);
            } else {
                int place = place(choice, value);
                if (choice.slot().equals(FILTER) && place < 0) {
                    throw InvalidRequest.of(FILTER, "must be one of the values, or its place from 1");
                }
                if (place >= 0
                        && !open.options().isEmpty()
                        && place < open.options().size()) {
                    chosen = List.of(open.options().get(place));
                }
                slots = with(slots, choice, place >= 0 ? choice.values().get(place) : value, chosen);
            }
        }
        // What names one thing now needs no further yes, as naming it at first would have needed none.
        Fate fate = left.isEmpty() ? Fate.UNDERSTOOD : Fate.NEEDS_CONFIRMATION;
        return Optional.of(new Order(new Understanding(said.intent(), said.confidence(), slots, fate, left), chosen));
    }

    private static List<String> confirmed(Question.Open open, Choice choice, String value) {
        if (value.equals(YES_OR_NO.getFirst())) {
            return open.options().isEmpty() ? open.order().chosen() : open.options();
        }
        int place = place(choice, value);
        if (place < 0 || place >= open.options().size()) {
            throw InvalidRequest.of(Choice.CONFIRM, "must be yes, no, or one of the values");
        }
        return List.of(open.options().get(place));
    }

    private static int place(Choice choice, String value) {
        int same = choice.values().indexOf(value);
        if (same >= 0 || !value.matches("[0-9]{1,3}") || choice.slot().equals(AMOUNT)) {
            return same;
        }
        int place = Integer.parseInt(value) - 1;
        return place < choice.values().size() ? place : -1;
    }

    private static Slots with(Slots s, Choice choice, String value, List<String> chosen) {
        return switch (choice.slot()) {
            case "title" -> copy(s, value, s.start(), s.counterparty(), s.amount());
            case "start" -> s.startingAt(start(value));
            case COUNTERPARTY -> copy(s, s.title(), s.start(), chosen.isEmpty() ? value : s.counterparty(), s.amount());
            case AMOUNT -> copy(s, s.title(), s.start(), s.counterparty(), amount(choice, value));
            default -> s;
        };
    }

    private static Slots copy(
            Slots s,
            @Nullable String title,
            @Nullable LocalDateTime start,
            @Nullable String counterparty,
            @Nullable Money amount) {
        return new Slots(
                title,
                start,
                s.recurrence(),
                counterparty,
                s.owedToMe(),
                amount,
                s.content(),
                s.filter(),
                s.relative());
    }

    private static LocalDateTime start(String value) {
        try {
            return Notation.read(value, LocalDateTime.class);
        } catch (IllegalArgumentException e) {
            throw InvalidRequest.of("start", "must be a local date and time, such as 2026-12-01T09:00:00");
        }
    }

    /** With its currency behind it, unless the only one that was offered is meant. */
    private static Money amount(Choice choice, String value) {
        String[] parts = value.strip().split(" ", 2);
        String offered = choice.values().isEmpty() ? "" : choice.values().getFirst();
        String code = parts.length > 1 ? parts[1] : offered.substring(offered.lastIndexOf(' ') + 1);
        try {
            Currency currency = Money.currency(code);
            return Money.positive(parts[0], currency);
        } catch (IllegalArgumentException e) {
            throw InvalidRequest.of(AMOUNT, "must be an amount and its currency, such as 5000.00 PKR");
        }
    }
}
