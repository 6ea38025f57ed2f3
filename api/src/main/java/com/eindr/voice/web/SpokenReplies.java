package com.eindr.voice.web;

import com.eindr.shared.UserId;
import com.eindr.voice.Answer;
import com.eindr.voice.Answering;
import com.eindr.voice.Choice;
import com.eindr.voice.Fate;
import com.eindr.voice.Slots;
import com.eindr.voice.Understanding;
import com.eindr.voice.Utterance;
import com.eindr.voice.web.deed.Memory;
import com.eindr.voice.web.deed.OpenQuestions;
import com.eindr.voice.web.deed.Order;
import com.eindr.voice.web.deed.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is said while a question is open: the first thing that is open is answered, the others stay so. */
@Component
class SpokenReplies {
    private static final String NONE = "-";

    private final Answering answering;
    private final Memory memory;

    SpokenReplies(Answering answering, Memory memory) {
        this.answering = answering;
        this.memory = memory;
    }

    /** The id of what is asked; something that is no id where nothing is. */
    String openOf(UserId user) {
        String id = memory.of(user).question();
        return id == null ? NONE : id;
    }

    /**
     * What is to be done after what was said.
     *
     * @param language that of the question, in which it is answered
     */
    record Reply(String language, List<Order> orders) {}

    /** Nothing where nothing is asked, or where it is no answer, and so a new sentence. */
    Optional<Reply> read(UserId user, String id, Utterance said) {
        Question question = id.equals(NONE) ? null : memory.question(user, id).orElse(null);
        if (question == null) {
            return Optional.empty();
        }
        Question.Open first = question.open().getFirst();
        return answering
                .read(said, first.order().said().intent(), first.choices())
                .map(answer -> {
                    List<Order> orders = new ArrayList<>();
                    order(first, answer).ifPresent(orders::add);
                    question.open().stream()
                            .skip(1)
                            .flatMap(open -> OpenQuestions.answered(open, Map.of()).stream())
                            .forEach(orders::add);
                    return new Reply(question.language(), orders);
                });
    }

    private static Optional<Order> order(Question.Open open, Answer answer) {
        return switch (answer) {
            case Answer.No _ -> Optional.empty();
            case Answer.Yes _ -> OpenQuestions.answered(open, yes(open));
            case Answer.Chosen chosen ->
                OpenQuestions.answered(open, Map.of(chosen.slot(), Integer.toString(chosen.place() + 1)));
            case Answer.Filled filled -> Optional.of(filled(open, filled));
        };
    }

    /** A yes takes what was proposed, but never one thing of several: that would be a guess. */
    private static Map<String, String> yes(Question.Open open) {
        Choice first = open.choices().getFirst();
        if (first.slot().equals(Choice.CONFIRM)) {
            return Map.of(Choice.CONFIRM, OpenQuestions.YES_OR_NO.getFirst());
        }
        boolean proposed = first.values().size() == 1
                || (first.slot().equals("start") && !first.values().isEmpty());
        return proposed ? Map.of(first.slot(), first.values().getFirst()) : Map.of();
    }

    private static Order filled(Question.Open open, Answer.Filled filled) {
        Understanding said = open.order().said();
        Slots slots = merged(said.slots(), filled.slots());
        List<Choice> left = new ArrayList<>(filled.open());
        open.choices().stream()
                .skip(1)
                .filter(choice -> left.stream().noneMatch(other -> other.slot().equals(choice.slot())))
                .forEach(left::add);
        Fate fate = left.isEmpty() ? Fate.UNDERSTOOD : Fate.NEEDS_CONFIRMATION;
        Understanding now = new Understanding(said.intent(), said.confidence(), slots, fate, left);
        return new Order(now, open.order().chosen());
    }

    private static Slots merged(Slots before, Slots told) {
        return new Slots(
                or(told.title(), before.title()),
                or(told.start(), before.start()),
                or(told.recurrence(), before.recurrence()),
                or(told.counterparty(), before.counterparty()),
                or(told.owedToMe(), before.owedToMe()),
                or(told.amount(), before.amount()),
                or(told.content(), before.content()),
                or(told.filter(), before.filter()),
                told.start() == null ? before.relative() : told.relative());
    }

    private static <T> @Nullable T or(@Nullable T told, @Nullable T before) {
        return told == null ? before : told;
    }
}
