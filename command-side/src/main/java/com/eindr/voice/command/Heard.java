package com.eindr.voice.command;

import com.eindr.voice.Intent;
import com.eindr.voice.command.Amounts.Amount;
import com.eindr.voice.command.Phrase.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command that was heard in a part of a sentence, before its words are read.
 *
 * @param marks what else its phrase says
 * @param part all its tokens
 * @param rests what the phrase leaves open
 * @param who the tokens that name somebody
 * @param values what its slots have read
 */
record Heard(Intent intent, Set<String> marks, Span part, List<Span> rests, List<Span> who, List<Object> values) {

    static final String GOES_ON = "goes-on";
    static final String UNHEARD = "unheard";

    /** All its words are open: the phrase only says where times stand, and that nothing else need be said. */
    static final String WHOLE = "whole";

    /** What it leaves open before its last words names nothing. */
    static final String LAST = "last";

    /** Only with a time, and something to do then. */
    static final String TIMED = "timed";

    /** And in a few words. */
    static final String TERSE = "terse";

    /** Open are all words from the first open one on: the phrase only says that there is a rhythm among them. */
    static final String ONWARD = "onward";

    /** What it leaves open last are the new words of a reminder. */
    static final String TITLE = "title";

    /** The same, unless it is a time. */
    static final String TITLE_OR_TIME = "title-or-time";

    /** And with an hour. */
    static final String CLOCKED = "clocked";

    /** What it leaves open first says a time and nothing else: before "remind me" stands no one who does. */
    static final String LED = "led";

    /** The same of what it leaves open last. */
    static final String TIME_LAST = "time-last";

    /** Only of somebody who is known: what is said so of others is a story, or of the plumber. */
    static final String KNOWN = "known";

    /** Nothing but an amount, of whatever was said before. */
    static final String SUM = "sum";

    /** Of somebody named before, in a story that leads to it. */
    static final String BEFORE = "before";

    static Heard of(Lexicon.CommandRule rule, Span part, Matching.Match match) {
        List<Span> rests = new ArrayList<>();
        List<Span> who = new ArrayList<>();
        int index = 0;
        for (Element element : rule.phrase().elements()) {
            if (element instanceof Element.Rest rest) {
                (rest.most() == Integer.MAX_VALUE ? rests : who)
                        .add(match.rests().get(index));
                index++;
            }
        }
        return new Heard(rule.intent(), rule.marks(), part, open(rule.marks(), part, rests), who, match.values());
    }

    private static List<Span> open(Set<String> marks, Span part, List<Span> rests) {
        if (marks.contains(WHOLE)) {
            return List.of(part);
        }
        if (marks.contains(LAST) && !rests.isEmpty()) {
            return List.of(rests.getLast());
        }
        return marks.contains(ONWARD) ? List.of(new Span(rests.getFirst().from(), part.to())) : rests;
    }

    /** The same of somebody else. */
    Heard of(Span person) {
        return new Heard(intent, marks, part, rests, List.of(person), values);
    }

    /** The same of another thing, which stands first. */
    Heard with(Span thing) {
        List<Span> other = new ArrayList<>(rests);
        other.set(0, thing);
        return new Heard(intent, marks, part, List.copyOf(other), who, values);
    }

    /** The same, said once more: there is no doubt of it. */
    Heard sure() {
        Set<String> left = new HashSet<>(marks);
        left.remove("weak");
        return new Heard(intent, Set.copyOf(left), part, rests, who, values);
    }

    /** Nothing but what is wanted, and all words open. */
    static Heard bare(Intent intent, Span part) {
        return new Heard(intent, Set.of(), part, List.of(part), List.of(), List.of());
    }

    /** What no phrase knows. */
    static Heard unheard(Span part) {
        return new Heard(Intent.UNKNOWN, Set.of(UNHEARD), part, List.of(part), List.of(), List.of());
    }

    /** What goes on with the verb, and the day, of the command before. */
    static Heard goingOn(Intent intent, Span part) {
        return new Heard(intent, Set.of(GOES_ON), part, List.of(part), List.of(), List.of());
    }

    /** What the phrase leaves open and what is meant stands in: not why, or what would happen else. */
    List<Span> matters() {
        return is("aside") ? rests.subList(0, rests.size() - 1) : rests;
    }

    /** The same, going on with the day of the command before. */
    Heard goingOn() {
        Set<String> more = new HashSet<>(marks);
        more.add(GOES_ON);
        return new Heard(intent, more, part, rests, who, values);
    }

    /** Whether it is the one before said again, or the amount that was missing there: undo that, yes undo; my money, 25. */
    boolean completes(Heard before) {
        boolean again = intent == Intent.UNDO && before.intent == Intent.UNDO;
        boolean sum = is(SUM) && before.values.stream().noneMatch(Amount.class::isInstance);
        return again || sum;
    }

    /** Both together. */
    Heard behind(Heard before) {
        Span both = new Span(before.part.from(), part.to());
        return new Heard(intent, marks, both, rests, who, values);
    }

    boolean is(String mark) {
        return marks.contains(mark);
    }

    /** The title that its phrase gives, such as that of an alarm. */
    Optional<String> title() {
        return marks.stream()
                .filter(mark -> mark.startsWith("as="))
                .map(mark -> mark.substring(3).replace('_', ' '))
                .findFirst();
    }
}
