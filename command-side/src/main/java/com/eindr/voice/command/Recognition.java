package com.eindr.voice.command;

import com.eindr.voice.Intent;
import com.eindr.voice.command.Lexicon.CommandRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises which command a part of a sentence is: by the first phrase of its language that lies over all of it. */
final class Recognition {
    private final Sentence sentence;
    private final Laying laying;
    private final DebtsBeside debts;
    private final List<CommandRule> rules;
    private final Map<Span, Optional<Heard>> all = new HashMap<>();
    private final Map<Span, Optional<Heard>> begun = new HashMap<>();

    Recognition(Sentence sentence) {
        this.sentence = sentence;
        this.laying = new Laying(sentence);
        this.debts = new DebtsBeside(sentence);
        Set<String> words = Set.copyOf(sentence.words(sentence.whole()));
        this.rules = sentence.lexicon().commands().stream()
                .filter(rule -> rule.mayLie(words) && !rule.marks().contains(DebtsBeside.FOLLOWS))
                .toList();
    }

    @Nullable
    Heard command(Span part) {
        return known(part, all, false);
    }

    /** What a part was heard as is asked again and again, while a sentence is parted. */
    private @Nullable Heard known(Span part, Map<Span, Optional<Heard>> before, boolean headedOnly) {
        Optional<Heard> heard = before.get(part);
        if (heard == null) {
            heard = Optional.ofNullable(first(part, headedOnly));
            before.put(part, heard);
        }
        return heard.orElse(null);
    }

    /** Without what one says before one says something. */
    Span opened(Span part) {
        Span before = part;
        Span opened = sentence.trimmed(part, "opening", "none");
        while (!opened.equals(before)) {
            before = opened;
            opened = sentence.trimmed(sentence.trimmed(opened, "polite", "none"), "opening", "none");
        }
        return opened;
    }

    /** A command whose phrase says how it begins. */
    @Nullable
    Heard headed(Span part) {
        return known(part, begun, true);
    }

    private @Nullable Heard first(Span part, boolean headedOnly) {
        Span opened = sentence.trimmed(opened(part), "polite", "polite");
        Span polite = opened.isEmpty() ? part : opened;
        Span reported = sentence.trimmed(polite, "report", "reported");
        for (CommandRule rule : rules) {
            boolean headed = rule.marks().contains(Heard.WHOLE)
                    ? rule.phrase().beginsWithWord()
                    : rule.phrase().isHeaded();
            if (!headedOnly || headed) {
                // First without it: who borrowed is not called "note that Saad".
                boolean debt = DebtsBeside.DEBTS.contains(rule.intent()) && !reported.equals(polite);
                Heard within = debt ? reported(rule, reported) : null;
                Heard heard = within == null ? over(rule, polite) : within;
                if (heard != null) {
                    return debts.instead(heard);
                }
            }
        }
        return null;
    }

    private @Nullable Heard over(CommandRule rule, Span part) {
        Heard heard = part.isEmpty() ? null : laying.of(rule, part);
        boolean fits = heard != null
                && (!heard.is(Heard.KNOWN) || isKnown(heard))
                && (!heard.is(Heard.TIMED) || laying.isTimed(rule, part))
                && (heard.intent() != Intent.NOTE_CREATE || saysSomething(heard));
        return fits ? heard : null;
    }

    private boolean saysSomething(Heard note) {
        return note.rests().stream()
                .anyMatch(rest -> !sentence.trimmed(rest, "none", "polite").isEmpty());
    }

    /** Note that Saad owes me 500: a debt, as if one had not said that it is to be noted. */
    private @Nullable Heard reported(CommandRule rule, Span part) {
        Heard heard = rule.marks().contains("weak") ? null : over(rule, part);
        return heard == null || heard.intent() == Intent.DEBT_RECORD || isKnown(heard) ? heard : null;
    }

    private boolean isKnown(Heard heard) {
        return heard.who().stream().allMatch(new People(sentence)::isKnown);
    }
}
