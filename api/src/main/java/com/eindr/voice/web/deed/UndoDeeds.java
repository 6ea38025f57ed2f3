package com.eindr.voice.web.deed;

import com.eindr.shared.web.KeptSelections;
import com.eindr.shared.web.WriteRequest.IdempotencyKey;
import com.eindr.voice.Choice;
import com.eindr.voice.Fate;
import com.eindr.voice.Intent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes back what was done last. */
@Component
class UndoDeeds implements Family {
    private static final String NOTHING = "-";

    private final Undoing undoing;
    private final KeptSelections kept;

    UndoDeeds(Undoing undoing, KeptSelections kept) {
        this.undoing = undoing;
        this.kept = kept;
    }

    @Override
    public Set<Intent> intents() {
        return Set.of(Intent.UNDO);
    }

    @Override
    public Done act(Act act) {
        if (!act.order().isClear()) {
            return Done.asked(act, List.of(new Choice(Choice.CONFIRM, OpenQuestions.YES_OR_NO)), List.of());
        }
        String token = token(act);
        List<Compensation> undo = undoing.open(act.user(), token).orElse(List.of());
        return undo.isEmpty()
                ? Done.nothing(act, null)
                : told(act, undoing.undo(act.user(), token, undo, act.rehearsed()));
    }

    static Done told(Act act, Undoing.Undone undone) {
        Map<String, Object> problem = undone.problem();
        if (undone.things() == 0 && problem != null) {
            return Failures.refused(act, problem);
        }
        return Done.of(new Deed(
                        act.order().said(),
                        act.rehearsed() ? Fate.UNDERSTOOD : Fate.DONE,
                        List.of(),
                        null,
                        new Result.Undone(undone.things())))
                .with(undone.position(), List.of())
                .despite(problem);
    }

    /** With a key, a repeated request takes back what the first one took back, and not what was done before that. */
    private String token(Act act) {
        String last = act.before().undo() == null ? NOTHING : act.before().undo();
        IdempotencyKey key = act.write().idempotencyKey();
        return key == null || act.rehearsed()
                ? last
                : kept.once(act.user(), key, () -> List.of(last)).getFirst();
    }
}
