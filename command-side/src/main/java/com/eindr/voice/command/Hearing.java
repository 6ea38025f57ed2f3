package com.eindr.voice.command;

import com.eindr.voice.Intent;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts a sentence into commands, by the phrases of its language. Somebody who has said one verb may go on without it:
 * "remind me to drink coffee at 7, go for a walk at 8".
 */
final class Hearing {
    private final Sentence sentence;
    private final Recognition recognition;
    private final Parting parting;
    private final Echoes echoes;
    private final Each each;

    Hearing(Sentence sentence) {
        this.sentence = sentence;
        this.recognition = new Recognition(sentence);
        this.parting = new Parting(sentence, recognition);
        this.echoes = new Echoes(sentence);
        this.each = new Each(sentence, sentence.times().in(sentence.whole()));
    }

    /** The commands in their order; where there is none, one part that is {@link Intent#UNKNOWN}. */
    List<Heard> commands() {
        List<Heard> heard = new ArrayList<>();
        List<Span> parts = parting.parts();
        for (Span whole : parts) {
            Span part = parts.size() > 1 ? whole : new Asides(sentence, recognition).without(whole);
            Heard before = heard.isEmpty() ? null : heard.getLast();
            Heard command = recognition.command(part);
            Heard on = before == null || (command != null && !command.is(Heard.TERSE))
                    ? null
                    : parting.goingOn(before, part);
            command = on == null ? command : on;
            if (command != null && before != null && new Items(sentence).isOneOf(before, command)) {
                command = command.goingOn();
            }
            if (command == null) {
                heard.add(Heard.unheard(part));
            } else if (before != null && echoes.isMereRepeat(before, command)) {
                heard.set(heard.size() - 1, before.sure());
            } else {
                if (before != null && command.completes(before)) {
                    heard.removeLast();
                    command = command.behind(before);
                }
                heard.addAll(each.of(new Owing(sentence).meant(command, before)));
            }
        }
        return heard;
    }
}
