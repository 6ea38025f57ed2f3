package com.eindr.voice.command;

import com.eindr.voice.command.Lexicon.CommandRule;
import com.eindr.voice.command.Matching.Match;
import com.eindr.voice.command.Matching.Read;
import com.eindr.voice.command.Phrase.Element;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays a phrase whose pieces may stand in any order, as where endings and not places say who gives and who takes. What
 * stands between them is what a debt is for, once and with a word that says so; what only asks to write it down is passed
 * over.
 */
final class Scattered {
    private static final int MOST_STEPS = 3000;
    private static final int LONGEST_NAME = 3;

    private final Sentence sentence;
    private final Names names;
    private final Matching matching;
    private final CommandRule rule;
    private final Span part;
    private final boolean[] laid;
    private final Deque<List<Object>> values = new ArrayDeque<>();
    private final Deque<List<Span>> who = new ArrayDeque<>();
    private int steps;

    private Scattered(Sentence sentence, Names names, CommandRule rule, Span part) {
        this.sentence = sentence;
        this.names = names;
        this.matching = sentence.matching();
        this.rule = rule;
        this.part = part;
        this.laid = new boolean[rule.pieces().size()];
    }

    static @Nullable Heard heard(Sentence sentence, Names names, CommandRule rule, Span part) {
        Scattered scattered = new Scattered(sentence, names, rule, part);
        Span matter = scattered.lay(part.from(), new Span(0, 0));
        return matter == null ? null : scattered.heard(matter);
    }

    private Heard heard(Span matter) {
        return new Heard(
                rule.intent(),
                rule.marks(),
                part,
                matter.isEmpty() ? List.of() : List.of(matter),
                who.stream().flatMap(List::stream).toList(),
                values.stream().flatMap(List::stream).toList());
    }

    /** Lays all that is not laid yet from a place on; what it is for, or null where the pieces do not fit. */
    private @Nullable Span lay(int at, Span loose) {
        if (++steps > MOST_STEPS) {
            return null;
        }
        if (at == part.to()) {
            return isWhole() ? matter(loose) : null;
        }
        for (int i = 0; i < laid.length; i++) {
            Match match = laid[i] ? null : piece(rule.pieces().get(i), at);
            if (match != null && match.end() > at && areNames(match.rests())) {
                laid[i] = true;
                values.addLast(match.values());
                who.addLast(match.rests());
                Span matter = lay(match.end(), loose);
                if (matter != null) {
                    return matter;
                }
                laid[i] = false;
                values.removeLast();
                who.removeLast();
            }
        }
        Read beside = sentence.lexicon().entry("beside", sentence.tokens(), at);
        Span matter = beside == null || beside.end() > part.to() ? null : lay(beside.end(), loose);
        if (matter != null || (!loose.isEmpty() && loose.to() != at)) {
            return matter;
        }
        return lay(at + 1, new Span(loose.isEmpty() ? at : loose.from(), at + 1));
    }

    private @Nullable Match piece(Phrase piece, int at) {
        Element first = piece.elements().getFirst();
        if (piece.elements().size() == 1 && first instanceof Element.Rest) {
            return name(at);
        }
        if (piece.elements().size() == 1
                && first instanceof Element.Slot slot
                && slot.name().equals("amount")) {
            Read some = sentence.lexicon().entry("some", sentence.tokens(), at);
            if (some != null && some.end() <= part.to()) {
                return new Match(some.end(), List.of(), List.of());
            }
        }
        return matching.at(piece, at, part.to());
    }

    /** A name that nothing marks: of somebody who is known, the longest, with what is glued to it. */
    private @Nullable Match name(int at) {
        for (int length = Math.min(LONGEST_NAME, part.to() - at); length > 0; length--) {
            Span said = new Span(at, at + length);
            if (!names.of(sentence.words(said)).isEmpty()) {
                int end = said.to();
                while (end < part.to() && sentence.tokens().get(end).glued()) {
                    end++;
                }
                return new Match(end, List.of(), List.of(said));
            }
        }
        return null;
    }

    private boolean areNames(List<Span> spans) {
        boolean beside = spans.stream()
                .anyMatch(span -> names.of(sentence.words(span)).isEmpty()
                        && sentence.lexicon().entry("beside", sentence.tokens(), span.from()) != null);
        return !beside
                && spans.stream()
                        .flatMap(span -> sentence.words(span).stream())
                        .noneMatch(word -> sentence.lexicon().has("function", word)
                                || sentence.lexicon().has("nobody", word)
                                || Character.isDigit(word.charAt(0)));
    }

    private boolean isWhole() {
        for (int i = 0; i < laid.length; i++) {
            if (!laid[i] && !rule.pieces().get(i).elements().stream().allMatch(Element::optional)) {
                return false;
            }
        }
        return true;
    }

    /** Without the word that says that it is for that; null where there is none, or a sum of money is left over. */
    private @Nullable Span matter(Span loose) {
        if (loose.isEmpty()) {
            return loose;
        }
        for (int at = loose.from(); at < loose.to(); at++) {
            if (sentence.times().reading().read("amount", at) != null) {
                return null;
            }
        }
        Span matter = sentence.trimmed(loose, "none", "for");
        return matter.isEmpty() || matter.to() == loose.to() ? null : matter;
    }
}
