package com.eindr.voice.command;

import com.eindr.voice.Intent;
import java.util.Set;

/** Tells what is said once more from what is new. */
record Echoes(Sentence sentence) {
    private static final Set<Intent> ENDED = Set.of(Intent.REMINDER_CANCEL, Intent.REMINDER_COMPLETE);

    /** The yoga is over, take it off: the same once more, and nothing that was not said before. */
    boolean isEcho(Heard heard) {
        return heard.who().isEmpty()
                && !Laying.isGiven(heard)
                && heard.rests().stream()
                        .flatMap(rest -> sentence.without(rest, sentence.times().in(rest), "filler", "tail").stream())
                        .allMatch(this::isNothing);
    }

    /** Bins out at nine, remind me: what and when has been said before. */
    boolean isMereReminding(Heard heard) {
        return heard.intent() == Intent.REMINDER_CREATE && isEcho(heard);
    }

    /** The ironing is done, tick it off: one after the other, and the second names nothing. */
    boolean isMereRepeat(Heard before, Heard command) {
        return ENDED.contains(before.intent())
                && ENDED.contains(command.intent())
                && command.rests().stream().allMatch(this::isNothing)
                && !before.rests().stream().allMatch(this::isNothing);
    }

    boolean isNothing(Span rest) {
        Span left = sentence.trimmed(sentence.trimmed(rest, "thing", "thing"), "it", "it");
        return sentence.trimmed(left, "thing", "thing").isEmpty();
    }
}
