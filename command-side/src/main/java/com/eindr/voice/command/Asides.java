package com.eindr.voice.command;

import com.eindr.voice.Intent;

/** Finds the command in a sentence that says besides why: "the trip is off, so cancel the bus", "ten more minutes, I'm driving". */
record Asides(Sentence sentence, Recognition recognition) {

    /** What is left without the reason before or after it; all of it where it is a command as it stands, or none without. */
    Span without(Span whole) {
        Heard all = recognition.command(whole);
        if (all != null && !all.is(Heard.TERSE)) {
            return whole;
        }
        for (int at = whole.from() + 2; at < whole.to(); at++) {
            Matching.Read so = sentence.lexicon().entry("preamble", sentence.tokens(), at);
            // A stop and a blank: "reminder.cancel" is no sentence.
            boolean apart = sentence.tokens().get(at).apart()
                    && sentence.tokens().get(at).start()
                            > sentence.tokens().get(at - 1).end() + 1;
            if (so != null || apart) {
                Span rest = new Span(so == null ? at : Math.min(so.end(), whole.to()), whole.to());
                if (saysAll(rest)) {
                    return rest;
                }
            }
            Span before = new Span(whole.from(), at);
            boolean reason = sentence.lexicon().entry("reason", sentence.tokens(), at) != null;
            if (reason && saysAll(before)) {
                return before;
            }
        }
        return whole;
    }

    private boolean saysAll(Span span) {
        Heard heard = span.length() > 1 ? recognition.headed(span) : null;
        if (heard == null || !heard.intent().isCommand() || heard.is(Heard.TERSE) || heard.is("elliptic")) {
            return false;
        }
        boolean reminding = heard.intent() == Intent.REMINDER_CREATE;
        return !reminding || !new Echoes(sentence).isEcho(heard);
    }
}
