package com.eindr.voice.command;

import com.eindr.voice.command.Phrase.Element;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lays a phrase over tokens, past the little words of a language that stand between its elements. */
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
    private final Set<String> little;
    private final Deque<Object> values = new ArrayDeque<>();
    private final Deque<Span> rests = new ArrayDeque<>();
    private int steps;

    /** @param little words that say nothing: one "still" owes me, and one "just" paid */
    Matching(List<Token> tokens, Reader reader, Set<String> little) {
        this.tokens = tokens;
        this.reader = reader;
        this.little = little;
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
            return whole && past(at, to) != to ? -1 : at;
        }
        Element element = elements.get(index);
        int end = element instanceof Element.Rest rest
                ? rest(elements, index, rest, at, to, whole)
                : one(elements, index, at, to, whole);
        return end < 0 && element.optional() ? lay(elements, index + 1, at, to, whole) : end;
    }

    /** A word or a slot, here or behind the little words that stand here. */
    private int one(List<Element> elements, int index, int at, int to, boolean whole) {
        int end = here(elements, index, at, to, whole);
        for (int next = at; end < 0 && index > 0 && next < to && isLittle(next); next++) {
            end = here(elements, index, next + 1, to, whole);
        }
        return end;
    }

    private int here(List<Element> elements, int index, int at, int to, boolean whole) {
        return elements.get(index) instanceof Element.Slot slot
                ? slot(elements, index, slot, at, to, whole)
                : word(elements, index, (Element.Word) elements.get(index), at, to, whole);
    }

    private boolean isLittle(int at) {
        return little.contains(tokens.get(at).word());
    }

    private int past(int at, int to) {
        int past = at;
        while (past < to && isLittle(past)) {
            past++;
        }
        return past;
    }

    private int word(List<Element> elements, int index, Element.Word word, int at, int to, boolean whole) {
        if (at >= to) {
            return -1;
        }
        for (List<String> row : word.longer().getOrDefault(tokens.get(at).word(), List.of())) {
            int end = stands(row, at, to) ? lay(elements, index + 1, at + row.size(), to, whole) : -1;
            if (end >= 0) {
                return end;
            }
        }
        return word.fits(tokens.get(at).word()) ? lay(elements, index + 1, at + 1, to, whole) : -1;
    }

    private boolean stands(List<String> row, int at, int to) {
        if (at + row.size() > to) {
            return false;
        }
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).equals(tokens.get(at + i).word())) {
                return false;
            }
        }
        return true;
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

    private int rest(List<Element> elements, int index, Element.Rest rest, int said, int to, boolean whole) {
        // No name begins with a little word: "just Saad".
        boolean named = rest.most() < Integer.MAX_VALUE && index > 0 && past(said, to) < to;
        int at = named ? past(said, to) : said;
        int most = rest.most() < to - at ? at + rest.most() : to;
        int first = at + rest.least();
        if (whole && index == elements.size() - 1) {
            first = to;
        }
        for (int until = first; until <= most && fits(rest, at, until); until++) {
            rests.addLast(new Span(at, until));
            int end = lay(elements, index + 1, until, to, whole);
            if (end >= 0) {
                return end;
            }
            rests.removeLast();
        }
        return -1;
    }

    /** No name has a word in it that none has; what something is for begins by saying so, if it is said at all. */
    private boolean fits(Element.Rest rest, int at, int until) {
        return switch (rest.kind()) {
            case TEXT -> true;
            case WHO -> IntStream.range(at, until).allMatch(word -> reader.read("notwho", word) == null);
            case FOR -> until == at || reader.read("for", at) != null;
        };
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
