package com.eindr.voice.command;

import com.eindr.voice.Intent;
import com.eindr.voice.command.TimeAtom.Clock;
import com.eindr.voice.command.TimeAtom.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parts a sentence where one command ends and another begins, with a joint between them, a pause, or nothing. */
final class Parting {
    /** More commands than anybody says in one breath. */
    private static final int MOST_PARTS = 12;

    private static final Set<Intent> LISTS = Set.of(Intent.REMINDER_LIST, Intent.NOTE_LIST);

    private final Sentence sentence;
    private final Recognition recognition;
    private final List<Found> times;
    private final Laying laying;
    private final DebtsBeside debts;
    private final Echoes echoes;
    private @Nullable Heard debt;

    Parting(Sentence sentence, Recognition recognition) {
        this.sentence = sentence;
        this.recognition = recognition;
        this.times = sentence.times().in(sentence.whole());
        this.laying = new Laying(sentence);
        this.debts = new DebtsBeside(sentence);
        this.echoes = new Echoes(sentence);
    }

    List<Span> parts() {
        List<Span> parts = new ArrayList<>();
        int start = 0;
        for (int at = 1; at < sentence.tokens().size() && parts.size() < MOST_PARTS; at++) {
            int next = joined(at);
            boolean parted = next > at
                    || sentence.tokens().get(at).apart()
                    || goesOnUnparted(new Span(start, at), at)
                    || isEnded(new Span(start, at), at);
            if (parted
                    && next < sentence.tokens().size()
                    && !isInTime(at)
                    && begins(new Span(start, at), next, !parts.isEmpty())) {
                parts.add(new Span(start, at));
                Heard said = recognition.command(new Span(start, at));
                debt = said == null ? debt : DebtsBeside.DEBTS.contains(said.intent()) ? said : null;
                start = next;
                at = next;
            }
        }
        parts.add(new Span(start, sentence.tokens().size()));
        return parts;
    }

    /** Lent Saad two hundred remind me tomorrow to ask him: without any pause. */
    private boolean goesOnUnparted(Span before, int at) {
        Matching.Read beginning = sentence.lexicon().entry("beginning", sentence.tokens(), at);
        if (beginning == null) {
            return false;
        }
        Span rest = new Span(beginning.end(), sentence.tokens().size());
        if (sentence.without(rest, sentence.times().in(rest), "filler", "tail").isEmpty()) {
            return false;
        }
        Heard said = recognition.command(before);
        return said != null && (DebtsBeside.DEBTS.contains(said.intent()) || isComplete(said));
    }

    /** Whether it says all that its kind needs, in a language in which commands follow each other without a pause. */
    private boolean isComplete(Heard heard) {
        return sentence.lexicon().has("option", "unparted")
                && switch (heard.intent()) {
                    case REMINDER_CREATE, REMINDER_UPDATE -> hasTime(heard.part()) && !echoes.isEcho(heard);
                    case REMINDER_CANCEL, REMINDER_COMPLETE, REMINDER_LIST, DEBT_QUERY, UNDO -> true;
                    default -> false;
                };
    }

    /** Where verbs end a sentence, one that was said ends a command, and another may follow without any joint. */
    private boolean isEnded(Span before, int at) {
        boolean verb =
                sentence.lexicon().has("ending", sentence.tokens().get(at - 1).word());
        if (!verb || isInTime(at)) {
            return false;
        }
        Heard ended = recognition.command(before);
        boolean whole =
                ended != null && ended.intent() != Intent.UNDO && !ended.is(Heard.WHOLE) && laying.isWhole(ended);
        Heard next = whole ? recognition.command(untilParted(at)) : null;
        return next != null && laying.isWhole(next);
    }

    private boolean isJoint(int at) {
        return joined(at) > at;
    }

    /** Behind the words that join commands, which may be several: and also, on top of that. */
    private int joined(int at) {
        int next = at;
        Matching.Read read;
        while (next < sentence.tokens().size()
                && (read = sentence.lexicon().entry("joint", sentence.tokens(), next)) != null) {
            next = read.end();
        }
        return next;
    }

    private boolean isInTime(int at) {
        return times.stream()
                .anyMatch(time -> time.span().from() < at && time.span().holds(at));
    }

    /** Whether a command begins at a place, after another one has been said. */
    private boolean begins(Span before, int at, boolean later) {
        Span part = untilParted(at);
        if (recognition.opened(before).isEmpty()) {
            return false;
        }
        Heard heard = recognition.command(before);
        Heard first = heard == null ? debt : heard;
        Intent said =
                first != null ? first.intent() : later && hasTime(before) ? Intent.REMINDER_CREATE : Intent.UNKNOWN;
        if (!said.isCommand()) {
            return false;
        }
        // Where verbs end a sentence, what follows a command is one as soon as its end says so.
        Heard headed = sentence.lexicon().has("option", "final") ? recognition.command(part) : recognition.headed(part);
        if (laying.isEmpty(first) || laying.isEmpty(headed)) {
            return false;
        }
        if (headed != null) {
            return headed.intent().isCommand()
                    && (!headed.is("elliptic") || LISTS.contains(said))
                    && !(said == Intent.REMINDER_CREATE && echoes.isMereReminding(headed))
                    && (headed.intent() != said || first == null || isNew(headed, first));
        }
        if (first != null && DebtsBeside.DEBTS.contains(said)) {
            return goingOn(first, part) != null;
        }
        boolean open = first != null && echoes.isEcho(first);
        return said == Intent.REMINDER_CREATE && !open && hasTime(before) && hasClock(part);
    }

    /** What follows other words for a thing is no part of them, though it says no more than when. */
    private boolean isNew(Heard headed, Heard first) {
        boolean asked = headed.intent() == Intent.DEBT_QUERY && !headed.marks().equals(first.marks());
        return asked
                || first.is(Heard.TITLE)
                || (!echoes.isEcho(first) && (Each.ENDED.contains(headed.intent()) || !echoes.isEcho(headed)));
    }

    private Span untilParted(int at) {
        int end = at + 1;
        while (end < sentence.tokens().size()
                && (isInTime(end)
                        || (!isJoint(end) && !sentence.tokens().get(end).apart()))) {
            end++;
        }
        return new Span(at, Math.min(end, sentence.tokens().size()));
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

    /** What goes on with the verb of the command before. */
    @Nullable
    Heard goingOn(Heard before, Span part) {
        if (DebtsBeside.DEBTS.contains(before.intent())) {
            Heard follows = debts.after(before, part);
            return follows == null ? new Owing(sentence).goingOn(before, part) : follows;
        }
        return before.intent() == Intent.REMINDER_CREATE && hasTime(part)
                ? Heard.goingOn(Intent.REMINDER_CREATE, part)
                : null;
    }
}
