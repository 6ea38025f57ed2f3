package com.eindr.voice.command;

import com.eindr.voice.Intent;
import com.eindr.voice.command.TimeAtom.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a command that is of several people or things for several commands. */
record Each(Sentence sentence, List<Found> times) {
    static final Set<Intent> ENDED = Set.of(Intent.REMINDER_CANCEL, Intent.REMINDER_COMPLETE);

    /** One after the other; the command itself where it is of one only. */
    List<Heard> of(Heard heard) {
        if (heard.is("each")) {
            return eachPerson(heard);
        }
        return ENDED.contains(heard.intent()) && !heard.rests().isEmpty()
                ? eachThing(heard)
                : new Items(sentence).of(heard);
    }

    /** Cancel the yoga and the haircut: one after the other. */
    private List<Heard> eachThing(Heard heard) {
        List<Heard> each = new ArrayList<>();
        Span things = heard.rests().getFirst();
        int from = things.from();
        for (int at = from + 1; at < things.to(); at++) {
            if (isJoint(at) && !isInTime(at) && at + 1 < things.to() && isThing(at + 1)) {
                each.add(heard.with(new Span(from, at)));
                from = at + 1;
            }
        }
        each.add(heard.with(new Span(from, things.to())));
        return each;
    }

    private boolean isThing(int at) {
        String word = sentence.tokens().get(at).word();
        return sentence.lexicon().has("article", word)
                || sentence.lexicon().has("determiner", word)
                || sentence.times().reading().read("ord", at) != null;
    }

    /** Ana and Mia each owe me: one for each. */
    private List<Heard> eachPerson(Heard heard) {
        List<Heard> each = new ArrayList<>();
        Span who = heard.who().getFirst();
        int from = who.from();
        for (int at = from; at <= who.to(); at++) {
            if (at == who.to() || isJoint(at)) {
                if (at > from) {
                    each.add(heard.of(new Span(from, at)));
                }
                from = at + 1;
            }
        }
        return each;
    }

    private boolean isJoint(int at) {
        return sentence.lexicon().has("joint", sentence.tokens().get(at).word());
    }

    private boolean isInTime(int at) {
        return times.stream()
                .anyMatch(time -> time.span().from() < at && time.span().holds(at));
    }
}
