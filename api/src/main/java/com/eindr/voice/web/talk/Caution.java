package com.eindr.voice.web.talk;

import com.eindr.voice.Choice;
import com.eindr.voice.Fate;
import com.eindr.voice.Intent;
import com.eindr.voice.Understanding;
import com.eindr.voice.web.deed.OpenQuestions;
import com.eindr.voice.web.talk.Tools.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides what of a model's orders may be done at once. What takes something away never is, whatever it names. Nor is any
 * change once the model has read something that is stored: whoever wrote that, a friend maybe, may have written it for the
 * model.
 *
 * @param people the names of those whom the person knows
 * @param hasRead whether something that is stored was read to the model before
 */
record Caution(List<String> people, boolean hasRead) {
    private static final int CERTAIN = 100;

    Understanding of(Wanted order) {
        Intent intent = order.intent();
        List<Choice> choices = new ArrayList<>();
        String named = order.slots().counterparty();
        if (named != null && !isKnown(named)) {
            choices.add(new Choice(OpenQuestions.COUNTERPARTY, List.of(named)));
        }
        if (intent.isDestructive() || (hasRead && !isReading(intent))) {
            choices.add(new Choice(Choice.CONFIRM, OpenQuestions.YES_OR_NO));
        }
        Fate fate = choices.isEmpty() ? Fate.UNDERSTOOD : Fate.NEEDS_CONFIRMATION;
        return new Understanding(intent, CERTAIN, order.slots(), fate, choices);
    }

    /** Whether it only reads out what is there. */
    static boolean isReading(Intent intent) {
        return intent == Intent.REMINDER_LIST || intent == Intent.NOTE_LIST || intent == Intent.DEBT_QUERY;
    }

    private boolean isKnown(String name) {
        return people.stream().anyMatch(known -> known.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
    }
}
