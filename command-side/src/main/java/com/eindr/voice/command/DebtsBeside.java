package com.eindr.voice.command;

import com.eindr.voice.Intent;
import com.eindr.voice.command.Amounts.Amount;
import com.eindr.voice.command.Lexicon.CommandRule;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Hears debts that stand beside another command: in the words of a note, or behind the verb of a debt before. */
record DebtsBeside(Sentence sentence) {
    static final Set<Intent> DEBTS = Set.of(Intent.DEBT_RECORD, Intent.DEBT_SETTLE);

    /** Its verb is that of the debt before. */
    static final String FOLLOWS = "follows";

    /** Note that Saad owes me 500: the debt, where its amount is said; else the note. */
    Heard instead(Heard note) {
        if (note.intent() != Intent.NOTE_CREATE || note.rests().isEmpty()) {
            return note;
        }
        Heard debt = first(
                sentence.trimmed(note.rests().getLast(), "polite", "polite"),
                rule -> DEBTS.contains(rule.intent()) && !rule.marks().contains(FOLLOWS));
        boolean sum = debt != null && debt.values().stream().anyMatch(Amount.class::isInstance);
        return debt != null && sum ? debt : note;
    }

    /** And ten to Mia: in the direction of the debt before; null where it is none. */
    @Nullable
    Heard after(Heard before, Span part) {
        if (!DEBTS.contains(before.intent())) {
            return null;
        }
        Heard debt = first(
                sentence.trimmed(part, "polite", "polite"), rule -> rule.marks().contains(FOLLOWS));
        if (debt == null) {
            return null;
        }
        Set<String> marks = new HashSet<>(debt.marks());
        Set.of("owe", "owed").stream().filter(before::is).forEach(marks::add);
        return new Heard(before.intent(), marks, debt.part(), debt.rests(), debt.who(), debt.values());
    }

    private @Nullable Heard first(Span part, Predicate<CommandRule> wanted) {
        Laying laying = new Laying(sentence);
        for (CommandRule rule : sentence.lexicon().commands()) {
            Heard debt = wanted.test(rule) ? laying.of(rule, part) : null;
            if (debt != null) {
                return debt;
            }
        }
        return null;
    }
}
