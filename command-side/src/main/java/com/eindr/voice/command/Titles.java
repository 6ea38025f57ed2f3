package com.eindr.voice.command;

import com.eindr.voice.command.TimeAtom.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one wants to be reminded of, in the words that were said, without those that only lead to it. */
record Titles(Sentence sentence) {

    /** What the phrase of a command gives itself: that of an alarm, or its own words, as "wake me up"; else empty. */
    String given(Heard heard) {
        return heard.is("itself")
                ? sentence.said(Matching.without(heard.part(), heard.rests()))
                : heard.title().orElse("");
    }

    /** Of the words of a span, without the times that were found there. */
    String of(Heard heard, Span span, List<Found> times) {
        List<Span> words = new ArrayList<>(new Leads(sentence).dropped(heard, span, times));
        if (words.isEmpty()) {
            return "";
        }
        words.addLast(unbound(words.removeLast()));
        boolean led = words.getFirst().from() > heard.part().from();
        return led ? glued(sentence.said(words)) : sentence.said(words);
    }

    /** That something must be done is no part of what is to be done; where infinitives are known, only after one. */
    private Span unbound(Span span) {
        Span bare = sentence.trimmed(span, "none", "must");
        if (bare.isEmpty()) {
            return span;
        }
        Set<String> endings = sentence.lexicon().section("infinitive").keySet();
        String last = sentence.tokens().get(bare.to() - 1).word();
        boolean done = endings.isEmpty() || endings.stream().anyMatch(last::endsWith);
        return done ? sentence.trimmed(bare, "none", "tail") : span;
    }

    /** Without the little words that a language glues to the first word, behind the verb that wants them. */
    private String glued(String words) {
        if (sentence.lexicon().has("unglued", Tokens.of(words, false).getFirst().word())) {
            return words;
        }
        for (String prefix : sentence.lexicon().section("glue").keySet()) {
            if (words.startsWith(prefix) && words.length() > prefix.length() + 2) {
                return sentence.lexicon().section("glue").get(prefix) + words.substring(prefix.length());
            }
        }
        return words;
    }
}
