package com.eindr.voice.command;

import com.eindr.voice.Intent;
import com.eindr.voice.command.Lexicon.CommandRule;
import com.eindr.voice.command.Matching.Match;
import com.eindr.voice.command.TimeAtom.Clock;
import com.eindr.voice.command.TimeAtom.Found;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts a sentence into commands, by the phrases of its language. Somebody who has said one verb may go on without it:
 * "remind me to drink coffee at 7, go for a walk at 8".
 */
final class Hearing {
    /** More commands than anybody says in one breath. */
    private static final int MOST_PARTS = 12;

    private final Sentence sentence;
    private final List<Found> times;

    Hearing(Sentence sentence) {
        this.sentence = sentence;
        this.times = sentence.times().in(sentence.whole());
    }

    /** The commands in their order; where there is none, one part that is {@link Intent#UNKNOWN}. */
    List<Heard> commands() {
        List<Heard> heard = new ArrayList<>();
        for (Span part : parts()) {
            Heard command = command(part);
            Heard before = heard.isEmpty() ? null : heard.getLast();
            if (command == null && before != null && before.intent() == Intent.REMINDER_CREATE && hasTime(part)) {
                command = Heard.goingOn(Intent.REMINDER_CREATE, part);
            }
            heard.add(command == null ? Heard.unheard(part) : command);
        }
        return heard;
    }

    private List<Span> parts() {
        List<Span> parts = new ArrayList<>();
        int start = 0;
        for (int at = 1; at < sentence.tokens().size() && parts.size() < MOST_PARTS; at++) {
            int next = at;
            while (next < sentence.tokens().size() && isJoint(next)) {
                next++;
            }
            boolean parted = next > at || sentence.tokens().get(at).apart();
            if (parted
                    && next < sentence.tokens().size()
                    && !isInTime(at)
                    && begins(new Span(start, at), next, !parts.isEmpty())) {
                parts.add(new Span(start, at));
                start = next;
                at = next;
            }
        }
        parts.add(new Span(start, sentence.tokens().size()));
        return parts;
    }

    private boolean isJoint(int at) {
        return sentence.lexicon().has("joint", sentence.tokens().get(at).word());
    }

    private boolean isInTime(int at) {
        return times.stream()
                .anyMatch(time -> time.span().from() < at && time.span().holds(at));
    }

    /** Whether a command begins at a place, after another one has been said. */
    private boolean begins(Span before, int at, boolean later) {
        int end = at + 1;
        while (end < sentence.tokens().size()
                && !isJoint(end)
                && !sentence.tokens().get(end).apart()) {
            end++;
        }
        while (isInTime(end)) {
            end++;
        }
        Span part = new Span(at, Math.min(end, sentence.tokens().size()));
        Heard first = command(before);
        Intent said =
                first != null ? first.intent() : later && hasTime(before) ? Intent.REMINDER_CREATE : Intent.UNKNOWN;
        if (!said.isCommand()) {
            return false;
        }
        Heard headed = headed(part);
        if (headed != null) {
            return headed.intent().isCommand();
        }
        return said == Intent.REMINDER_CREATE && hasTime(before) && hasClock(part);
    }

    private boolean hasTime(Span part) {
        return times.stream().anyMatch(time -> part.holds(time.span().from()));
    }

    /** A time of the clock or a day, and something to do then. */
    private boolean hasClock(Span part) {
        List<Found> found = sentence.times().in(part);
        boolean clock = found.stream()
                .anyMatch(time -> time.atom() instanceof Clock
                        || time.atom() instanceof TimeAtom.Day
                        || time.atom() instanceof TimeAtom.After);
        return clock && !sentence.without(part, found, "filler", "tail").isEmpty();
    }

    @Nullable
    Heard command(Span part) {
        return first(part, false);
    }

    private @Nullable Heard headed(Span part) {
        return first(part, true);
    }

    private @Nullable Heard first(Span part, boolean headedOnly) {
        Span polite = sentence.trimmed(part, "polite", "polite");
        if (polite.isEmpty()) {
            return null;
        }
        for (CommandRule rule : sentence.lexicon().commands()) {
            if (!headedOnly || rule.phrase().isHeaded()) {
                Match match = sentence.matching().over(rule.phrase(), polite);
                if (match != null) {
                    return Heard.of(rule, polite, match);
                }
            }
        }
        return null;
    }
}
