package com.eindr.voice.command;

import com.eindr.voice.Intent;
import com.eindr.voice.command.Lexicon.CommandRule;
import com.eindr.voice.command.Matching.Match;
import com.eindr.voice.command.TimeAtom.Clock;
import com.eindr.voice.command.TimeAtom.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays the phrases of commands over parts of a sentence, and says whether what was heard so is anything by itself. */
final class Laying {
    /** What is to be done, in words, where only a time says that it is to be done. */
    private static final int MOST_WORDS = 7;

    private final Sentence sentence;
    private final Names names;

    Laying(Sentence sentence) {
        this.sentence = sentence;
        this.names = new Names(sentence.utterance().people(), sentence.lexicon());
    }

    /** The command, or null where its phrase does not lie over the whole of a part. */
    @Nullable
    Heard of(CommandRule rule, Span part) {
        if (rule.pieces().size() > 1) {
            return Scattered.heard(sentence, names, rule, part);
        }
        Match match = sentence.matching().over(rule.phrase(), part);
        Heard heard = match == null ? null : Heard.of(rule, part, match);
        boolean told = heard != null
                && ((heard.is(Heard.LED) && saysWhat(heard.rests().getFirst()))
                        || (heard.is(Heard.TIME_LAST) && saysWhat(heard.rests().getLast())));
        return told ? null : heard;
    }

    /** Whether it says when and what; in few words, and no story, where nothing else says that it is a command. */
    boolean isTimed(CommandRule rule, Span part) {
        List<Found> found = sentence.times().in(part);
        List<Span> left = sentence.without(part, found, "filler", "tail");
        boolean told = !rule.marks().contains(Heard.TERSE)
                || (left.stream().mapToInt(Span::length).sum() <= MOST_WORDS
                        && left.stream()
                                .flatMap(span -> sentence.words(span).stream())
                                .noneMatch(word -> sentence.lexicon().has("story", word)));
        boolean clock = !rule.marks().contains(Heard.CLOCKED)
                || found.stream()
                        .anyMatch(time -> time.atom() instanceof Clock || time.atom() instanceof TimeAtom.After);
        return told && clock && !found.isEmpty() && !left.isEmpty();
    }

    /** Whether it is a command that needs nothing of what stands beside it. */
    boolean isWhole(Heard heard) {
        return heard.intent().isCommand() && (isGiven(heard) || saysWhat(heard));
    }

    /** Set a reminder, note this: of which nothing is said, so that it belongs to what stands beside it. */
    boolean isEmpty(@Nullable Heard heard) {
        return heard != null
                && (heard.intent() == Intent.REMINDER_CREATE || heard.intent() == Intent.NOTE_CREATE)
                && !(isGiven(heard) && !isBareAlarm(heard))
                && !saysWhat(heard);
    }

    /** Whether a span says more than a time. */
    boolean saysWhat(Span span) {
        return !sentence.without(span, sentence.times().in(span), "filler", "tail")
                .isEmpty();
    }

    private boolean saysWhat(Heard heard) {
        return !heard.who().isEmpty() || heard.rests().stream().anyMatch(this::saysWhat);
    }

    /** Set an alarm: which has a name, and no hour. */
    private boolean isBareAlarm(Heard heard) {
        return heard.is("unless") && sentence.times().in(heard.part()).isEmpty();
    }

    /** Wake me up: what it says of itself is enough. */
    static boolean isGiven(Heard heard) {
        return heard.is("itself") || heard.title().isPresent();
    }
}
