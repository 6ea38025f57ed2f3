package com.eindr.voice.command;

import com.eindr.voice.Choice;
import com.eindr.voice.Fate;
import com.eindr.voice.Intent;
import com.eindr.voice.Selection;
import com.eindr.voice.Slots;
import com.eindr.voice.Understanding;
import com.eindr.voice.command.Filling.Filled;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether what was understood may be done at once.
 *
 * <p>Asked first is whatever is unsure, incomplete or ambiguous. What takes something away is asked first too, unless it
 * names one single thing by its place or its words; so "cancel it", "cancel everything" and "cancel tomorrow" are always
 * asked. Words that may be new ones or may belong to a new time are asked about. A settlement is asked unless it names the person and the amount. Undoing is not: it can be undone.
 */
record Fates(LocalDateTime now) {
    /** Below this, in hundredths, nothing is done without asking. */
    static final int SURE = 80;

    Understanding of(Intent intent, int confidence, Filled filled) {
        Slots slots = filled.slots();
        if (intent == Intent.UNKNOWN) {
            return Understanding.nothing(confidence);
        }
        List<Choice> choices = new ArrayList<>();
        switch (intent) {
            case REMINDER_CREATE -> {
                if (slots.title() == null) {
                    choices.add(new Choice("title", List.of()));
                }
                start(filled, choices);
            }
            case REMINDER_SNOOZE -> start(filled, choices);
            case REMINDER_UPDATE -> {
                if (slots.start() != null || (slots.title() == null && slots.recurrence() == null)) {
                    start(filled, choices);
                }
                if (slots.title() != null && slots.start() != null) {
                    choices.add(new Choice(Choice.CONFIRM, List.of()));
                }
            }
            case REMINDER_CANCEL -> {
                Selection filter = slots.filter();
                if (filter == null || !filter.namesOne()) {
                    choices.add(new Choice(Choice.CONFIRM, List.of()));
                }
            }
            case DEBT_RECORD, DEBT_SETTLE -> {
                person(filled, choices);
                if (slots.amount() == null) {
                    choices.add(new Choice("amount", List.of()));
                }
            }
            case DEBT_QUERY -> {
                if (slots.counterparty() != null) {
                    person(filled, choices);
                }
            }
            default -> {
                // Nothing is missing, and nothing is lost.
            }
        }
        if (choices.isEmpty() && intent.isCommand() && confidence < SURE) {
            choices.add(new Choice(Choice.CONFIRM, List.of()));
        }
        Fate fate = choices.isEmpty() ? Fate.UNDERSTOOD : Fate.NEEDS_CONFIRMATION;
        return new Understanding(intent, confidence, slots, fate, choices);
    }

    private void start(Filled filled, List<Choice> choices) {
        LocalDateTime start = filled.slots().start();
        if (start == null) {
            LocalDateTime hour = now.withSecond(0).withNano(0).plusHours(1);
            LocalDateTime tomorrow = now.toLocalDate().plusDays(1).atTime(9, 0);
            choices.add(new Choice("start", texts(List.of(hour, tomorrow))));
        } else if (!filled.moments().isEmpty()) {
            choices.add(new Choice("start", texts(filled.moments())));
        } else if (!start.isAfter(now)) {
            choices.add(new Choice("start", List.of()));
        }
    }

    private static List<String> texts(List<LocalDateTime> moments) {
        return moments.stream().map(LocalDateTime::toString).toList();
    }

    private static void person(Filled filled, List<Choice> choices) {
        if (filled.people().size() != 1) {
            String said = filled.slots().counterparty();
            choices.add(new Choice(
                    "counterparty", filled.people().isEmpty() && said != null ? List.of(said) : filled.people()));
        }
    }
}
