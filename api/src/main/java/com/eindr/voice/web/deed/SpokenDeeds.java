package com.eindr.voice.web.deed;

import com.eindr.shared.web.ProblemWriter;
import com.eindr.shared.web.WriteRequest;
import com.eindr.voice.Fate;
import com.eindr.voice.Intent;
import com.eindr.voice.Understanding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does one thing after the other, so that the second may speak of the first. */
@Component
public class SpokenDeeds implements Deeds {
    private final Map<Intent, Family> families = new EnumMap<>(Intent.class);
    private final Memory memory;
    private final OpenQuestions questions;
    private final Undoing undoing;
    private final ProblemWriter problems;

    SpokenDeeds(
            List<Family> families, Memory memory, OpenQuestions questions, Undoing undoing, ProblemWriter problems) {
        families.forEach(family -> family.intents().forEach(intent -> this.families.put(intent, family)));
        this.memory = memory;
        this.questions = questions;
        this.undoing = undoing;
        this.problems = problems;
    }

    /**
     * What a request has come to.
     *
     * @param undoToken takes back everything that was done; null where nothing can be
     * @param question the id of what is asked; null where nothing is
     * @param position of the last event in the log; 0 where there is none
     */
    public record Account(
            List<Done> done,
            @Nullable String undoToken,
            @Nullable String question,
            long position) {
        public List<Deed> deeds() {
            return done.stream().map(Done::deed).toList();
        }
    }

    @Override
    public List<Deed> of(Person person, List<Understanding> said, WriteRequest write) {
        return all(person, person.language(), said.stream().map(Order::of).toList(), write, false)
                .deeds();
    }

    @Override
    public List<Deed> rehearsed(Person person, List<Understanding> said, WriteRequest write) {
        return all(person, person.language(), said.stream().map(Order::of).toList(), write, true)
                .deeds();
    }

    /** @param language ISO 639 code of the language in which it was said */
    public Account all(Person person, String language, List<Order> orders, WriteRequest write, boolean rehearsed) {
        Remembered remembered = memory.of(person.userId());
        List<Done> all = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            Act act = new Act(person, language, orders.get(i), write.item(i), rehearsed, remembered);
            Done done = one(act);
            all.add(done);
            remembered = remembered.after(done);
        }
        if (rehearsed) {
            return new Account(all, null, null, 0);
        }
        return concluded(person, language, orders, all, remembered);
    }

    /** What things have come to that were done one by one: one token and one question for all of them. */
    public Account together(Person person, String language, List<Order> orders, List<Done> all) {
        return concluded(person, language, orders, all, memory.of(person.userId()));
    }

    private Account concluded(
            Person person, String language, List<Order> orders, List<Done> all, Remembered remembered) {
        long position = all.stream().mapToLong(Done::position).max().orElse(0);
        List<Compensation> undo =
                all.stream().flatMap(done -> done.undo().stream()).toList();
        String token = undoing.token(person.userId(), undo);
        String question = questions.ask(person, language, orders, all);
        boolean changed = position > 0;
        memory.keep(person.userId(), remembered.with(changed ? token : remembered.undo(), question));
        return new Account(all, token, question, position);
    }

    /** Takes back what a token says. */
    public Account undone(Person person, String language, Order order, String token, List<Compensation> undo) {
        Remembered remembered = memory.of(person.userId());
        WriteRequest write = new WriteRequest(person.userId(), null, OptionalLong.empty());
        Act act = new Act(person, language, order, write, false, remembered);
        Done done = UndoDeeds.told(act, undoing.undo(person.userId(), token, undo, false));
        boolean last = token.equals(remembered.undo());
        memory.keep(
                person.userId(), remembered.after(done).with(last ? null : remembered.undo(), remembered.question()));
        return new Account(List.of(done), null, null, done.position());
    }

    /** What becomes of talk without anybody to talk to. */
    public static Deed unanswered(Understanding said) {
        boolean talk = said.intent() == Intent.CHITCHAT;
        return new Deed(
                said,
                talk ? Fate.DONE : Fate.NOT_UNDERSTOOD,
                List.of(),
                null,
                talk ? new Result.Talk(null) : new Result.NotUnderstood());
    }

    private Done one(Act act) {
        Understanding said = act.order().said();
        Family family = families.get(said.intent());
        if (family == null || said.fate() == Fate.NOT_UNDERSTOOD) {
            return Done.of(unanswered(said));
        }
        try {
            return family.act(act);
        } catch (RuntimeException e) {
            return Failures.refused(act, problems.documentOf(e));
        }
    }
}
