package com.eindr.voice.command;

import com.eindr.voice.Intent;
import com.eindr.voice.command.TimeAtom.Clock;
import com.eindr.voice.command.TimeAtom.Found;
import java.util.ArrayList;
import java.util.List;

/** Several things of which one verb at the end reminds: "at nine the doctor, at ten the bank remind me of". */
record Items(Sentence sentence) {

    /** Each thing with its hour; the command alone where it is one. */
    List<Heard> of(Heard heard) {
        boolean open = heard.intent() == Intent.REMINDER_CREATE
                && sentence.lexicon().has("option", "final")
                && heard.rests().size() == 1
                && heard.title().isEmpty()
                && !heard.is(Heard.GOES_ON);
        List<Span> items = open ? items(heard.rests().getFirst()) : List.of();
        if (items.size() < 2) {
            return List.of(heard);
        }
        List<Heard> each = new ArrayList<>();
        items.subList(0, items.size() - 1).forEach(item -> each.add(Heard.goingOn(Intent.REMINDER_CREATE, item)));
        List<Span> last = List.of(items.getLast());
        each.add(new Heard(heard.intent(), heard.marks(), heard.part(), last, heard.who(), heard.values()).goingOn());
        return each;
    }

    /** Whether the one before was said without a verb, so that its day holds for what follows and has one. */
    boolean isOneOf(Heard before, Heard heard) {
        return heard.intent() == Intent.REMINDER_CREATE
                && before.intent() == Intent.REMINDER_CREATE
                && before.is(Heard.WHOLE)
                && sentence.lexicon().has("option", "final");
    }

    private List<Span> items(Span rest) {
        List<Integer> starts = new ArrayList<>();
        Found before = null;
        boolean hours = true;
        boolean hour = true;
        for (Found time : sentence.times().in(rest)) {
            if (before == null
                    || saysWhat(new Span(before.span().to(), time.span().from()))) {
                hours &= hour;
                hour = false;
                starts.add(time.span().from());
            }
            hour |= time.atom() instanceof Clock;
            before = time;
        }
        if (!hours || !hour || starts.size() < 2 || saysWhat(new Span(rest.from(), starts.getFirst()))) {
            return List.of();
        }
        List<Span> items = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            boolean last = i == starts.size() - 1;
            Span item = new Span(starts.get(i), last ? rest.to() : starts.get(i + 1));
            if (!saysWhat(item) || (!last && !isEnded(item))) {
                return List.of();
            }
            items.add(item);
        }
        return items;
    }

    /** Whether its last word stands in the case, or with the little word, in which a thing is reminded of. */
    private boolean isEnded(Span item) {
        int at = item.to() - 1;
        while (at > item.from()
                && sentence.lexicon().has("joint", sentence.tokens().get(at).word())) {
            at--;
        }
        String word = sentence.tokens().get(at).word();
        return at < item.to() - 1
                || sentence.lexicon().section("itemend").keySet().stream().anyMatch(word::endsWith);
    }

    private boolean saysWhat(Span span) {
        return !sentence.without(span, sentence.times().in(span), "filler", "tail")
                .isEmpty();
    }
}
