package com.eindr.voice.web.deed;

import com.eindr.voice.Choice;
import com.eindr.voice.Fate;
import com.eindr.voice.Intent;
import com.eindr.voice.Understanding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has become of an order, and what must be remembered of it.
 *
 * @param options what the values of a choice stand for
 * @param problem the problem document of what was refused; null where nothing was
 * @param undo what takes it back
 * @param position of its last event in the log; 0 where it has none
 * @param listed the things that were read out; null where none were
 * @param that the thing that was spoken of; null where it was not a single one
 */
public record Done(
        Deed deed,
        List<String> options,
        @Nullable Map<String, Object> problem,
        List<Compensation> undo,
        long position,
        @Nullable List<String> listed,
        @Nullable String that) {
    public Done {
        options = List.copyOf(options);
        undo = List.copyOf(undo);
    }

    /** Something that was done; a rehearsal only says that it could be. */
    static Done done(Act act, @Nullable String resource, Result result) {
        Fate fate = act.rehearsed() ? Fate.UNDERSTOOD : Fate.DONE;
        return of(new Deed(act.order().said(), fate, List.of(), act.rehearsed() ? null : resource, result));
    }

    public static Done of(Deed deed) {
        return new Done(deed, List.of(), null, List.of(), 0, null, null);
    }

    /** Nothing is done before these are answered. */
    static Done asked(Act act, List<Choice> choices, List<String> options) {
        Understanding said = act.order().said();
        Result asked = new Result.Asked(said.intent(), said.slots(), choices);
        Deed deed = new Deed(said, Fate.NEEDS_CONFIRMATION, choices, null, asked);
        return new Done(deed, options, null, List.of(), 0, null, null);
    }

    static Done nothing(Act act, @Nullable String about) {
        Intent intent = act.intent();
        Result nothing = new Result.NothingFound(intent, about);
        return of(new Deed(act.order().said(), Fate.REFUSED, List.of(), null, nothing));
    }

    Done with(long newPosition, List<Compensation> newUndo) {
        return new Done(deed, options, problem, newUndo, newPosition, listed, that);
    }

    Done reading(List<String> things) {
        return new Done(deed, options, problem, undo, position, things, things.size() == 1 ? things.getFirst() : that);
    }

    Done about(@Nullable String thing) {
        return new Done(deed, options, problem, undo, position, listed, thing);
    }

    Done despite(@Nullable Map<String, Object> newProblem) {
        return new Done(deed, options, newProblem, undo, position, listed, that);
    }
}
