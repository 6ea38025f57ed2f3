package com.eindr.voice.command;

import com.eindr.voice.command.Phrase.Element;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays a phrase over tokens. */
final class Matching {
    /** Reads what a slot stands for. */
    interface Reader {
        /** What stands at a place, or null. */
        @Nullable
        Read read(String slot, int at);
    }

    /** Something that was read, and where it ends. */
    record Read(Object value, int end) {}

    /**
     * How a phrase lies.
     *
     * @param values of its slots, in order
     * @param rests of its wildcards, in order
     */
    record Match(int end, List<Object> values, List<Span> rests) {
        @SuppressWarnings("unchecked")
        <T> @Nullable T value(Class<T> type, int nth) {
            int seen = 0;
            for (Object value : values) {
                if (type.isInstance(value) && seen++ == nth) {
                    return (T) value;
                }
            }
            return null;
        }
    }

    /** How many steps one phrase may take on one place: a bound on hostile texts, far above what any sentence needs. */
    private static final int MOST_STEPS = 4000;

    private final List<Token> tokens;
    private final Reader reader;
    private final Deque<Object> values = new ArrayDeque<>();
    private final Deque<Span> rests = new ArrayDeque<>();
    private int steps;

    Matching(List<Token> tokens, Reader reader) {
        this.tokens = tokens;
        this.reader = reader;
    }

    /** The phrase from a place on, as far as it goes. */
    @Nullable
    Match at(Phrase phrase, int from, int to) {
        return run(phrase, from, to, false);
    }

    /** The phrase over the whole of a span. */
    @Nullable
    Match over(Phrase phrase, Span span) {
        return run(phrase, span.from(), span.to(), true);
    }

    private @Nullable Match run(Phrase phrase, int from, int to, boolean whole) {
        values.clear();
        rests.clear();
        steps = 0;
        int end = lay(phrase.elements(), 0, from, to, whole);
        return end < 0 ? null : new Match(end, List.copyOf(values), List.copyOf(rests));
    }

    private int lay(List<Element> elements, int index, int at, int to, boolean whole) {
        if (++steps > MOST_STEPS) {
            return -1;
        }
        if (index == elements.size()) {
            return whole && at != to ? -1 : at;
        }
        Element element = elements.get(index);
        int end = switch (element) {
            case Element.Word word ->
                at < to && word.fits(tokens.get(at).word()) ? lay(elements, index + 1, at + 1, to, whole) : -1;
            case Element.Slot slot -> slot(elements, index, slot, at, to, whole);
            case Element.Rest rest -> rest(elements, index, rest, at, to, whole);
        };
        return end < 0 && element.optional() ? lay(elements, index + 1, at, to, whole) : end;
    }

    private int slot(List<Element> elements, int index, Element.Slot slot, int at, int to, boolean whole) {
        Read read = at < to ? reader.read(slot.name(), at) : null;
        if (read == null || read.end() > to) {
            return -1;
        }
        values.addLast(read.value());
        int end = lay(elements, index + 1, read.end(), to, whole);
        if (end < 0) {
            values.removeLast();
        }
        return end;
    }

    private int rest(List<Element> elements, int index, Element.Rest rest, int at, int to, boolean whole) {
        int most = rest.most() < to - at ? at + rest.most() : to;
        int first = at + rest.least();
        if (whole && index == elements.size() - 1) {
            first = to;
        }
        for (int until = first; until <= most; until++) {
            rests.addLast(new Span(at, until));
            int end = lay(elements, index + 1, until, to, whole);
            if (end >= 0) {
                return end;
            }
            rests.removeLast();
        }
        return -1;
    }

    static List<Span> without(Span whole, List<Span> taken) {
        List<Span> left = new ArrayList<>();
        int at = whole.from();
        for (Span span : taken) {
            if (span.from() > at) {
                left.add(new Span(at, span.from()));
            }
            at = Math.max(at, span.to());
        }
        if (at < whole.to()) {
            left.add(new Span(at, whole.to()));
        }
        return left;
    }
}
