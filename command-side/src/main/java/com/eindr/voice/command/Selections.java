package com.eindr.voice.command;

import com.eindr.voice.Selection;
import com.eindr.voice.command.Reading.Ordinal;
import com.eindr.voice.command.Reading.Quantity;
import com.eindr.voice.command.TimeAtom.Clock;
import com.eindr.voice.command.TimeAtom.Day;
import com.eindr.voice.command.TimeAtom.Found;
import com.eindr.voice.command.TimeAtom.Half;
import com.eindr.voice.command.TimeAtom.Part;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which things somebody speaks of: by their place, their words, their time, or all of them. */
record Selections(Sentence sentence) {
    /** What is read out has no more places. */
    private static final int MOST_PLACES = 50;

    /** Fewer words behind a comma are a name, not a sentence of their own. */
    private static final int LEAST_OF_CLAUSE = 3;

    Selection of(List<Span> spans) {
        return of(
                spans.stream()
                        .map(span -> sentence.trimmed(withoutReason(span), "none", "tail"))
                        .toList(),
                false);
    }

    /** What was spoken of last. */
    static Selection that() {
        return new Selection(Selection.THAT, null, null, null, false);
    }

    /** @param named whether what is left are names, in which parts of the day are no times: the parent evening */
    private Selection of(List<Span> spans, boolean named) {
        boolean all = false;
        Integer ordinal = null;
        LocalDateTime from = null;
        LocalDateTime to = null;
        List<Span> about = new ArrayList<>();
        for (Span span : spans) {
            List<Found> found = sentence.times().in(span).stream()
                    .filter(time -> !named || !(time.atom() instanceof Part))
                    .toList();
            List<Span> unread = new ArrayList<>();
            for (Span piece :
                    Matching.without(span, found.stream().map(Found::span).toList())) {
                Span rest = sentence.trimmed(piece, "thing", "thing");
                if (contains("all", piece)) {
                    all = true;
                    rest = sentence.trimmed(rest, "all", "all");
                    rest = sentence.trimmed(rest, "thing", "thing");
                }
                Integer place = place(piece, rest);
                Span bare = sentence.trimmed(rest, "none", "kind");
                if (place != null) {
                    ordinal = place;
                } else if (!bare.isEmpty() || (!rest.isEmpty() && !all)) {
                    unread.add(bare.isEmpty() ? rest : bare);
                }
            }
            about.addAll(unread);
            for (Found time : found) {
                LocalDateTime[] window = window(time.atom(), from);
                if (window.length > 0) {
                    from = window[0];
                    to = window[1];
                }
            }
        }
        String words = about.isEmpty() ? null : bare(sentence.said(about));
        boolean nothing = ordinal == null && words == null;
        return new Selection(ordinal, words, from, to, nothing && (all || from != null));
    }

    /** The gym, I'm not going: why it is so names nothing. */
    private Span withoutReason(Span span) {
        for (int at = span.from() + 1; at < span.to(); at++) {
            boolean clause =
                    sentence.tokens().get(at).apart() && span.to() - at >= LEAST_OF_CLAUSE && tells(at, span.to());
            if (clause || sentence.lexicon().entry("reason", sentence.tokens(), at) != null) {
                return new Span(span.from(), at);
            }
        }
        return span;
    }

    private boolean tells(int from, int to) {
        return sentence.words(new Span(from, to)).stream()
                .anyMatch(word -> sentence.lexicon().has("story", word));
    }

    /** What a list is asked for: everything, unless something narrows it. */
    Selection listed(List<Span> spans, boolean about, boolean named) {
        Selection read = of(spans, named);
        boolean narrowed = read.from() != null || (about && read.about() != null);
        return new Selection(null, about ? read.about() : null, read.from(), read.to(), !narrowed);
    }

    /** Without the article that a language glues to a word. */
    private String bare(String words) {
        return sentence.lexicon().section("gluedarticle").keySet().stream()
                .filter(article -> words.startsWith(article) && words.length() > article.length() + 2)
                .findFirst()
                .map(article -> words.substring(article.length()))
                .orElse(words);
    }

    private boolean contains(String section, Span span) {
        return sentence.words(span).stream().anyMatch(word -> sentence.lexicon().has(section, word));
    }

    private @Nullable Integer place(Span piece, Span rest) {
        if (contains("it", piece) && sentence.trimmed(rest, "it", "it").isEmpty()) {
            Integer named = ordinal(piece);
            return named == null ? Selection.THAT : named;
        }
        Integer named = rest.isEmpty() ? null : ordinal(rest);
        // "The last one" is no longer a place where it has been trimmed to "last".
        Integer placed = named == null ? ordinal(piece) : named;
        return placed == null ? number(sentence.trimmed(rest, "counted", "none")) : placed;
    }

    /** Two, or number four: a number that is all that is said of the thing. */
    private @Nullable Integer number(Span span) {
        Matching.Read read = span.isEmpty() ? null : sentence.times().reading().read("n", span.from());
        return read != null
                        && read.end() == span.to()
                        && read.value() instanceof Quantity number
                        && number.isWhole()
                        && number.whole() > 0
                        && number.whole() <= MOST_PLACES
                ? number.whole()
                : null;
    }

    /** An ordinal that is all that is said of the thing. */
    private @Nullable Integer ordinal(Span span) {
        for (int at = span.from(); at < span.to(); at++) {
            Matching.Read read = sentence.times().reading().read("ord", at);
            if (read != null && read.end() <= span.to() && read.value() instanceof Ordinal place) {
                Span left = sentence.trimmed(new Span(span.from(), at), "thing", "thing");
                Span right = sentence.trimmed(new Span(read.end(), span.to()), "thing", "thing");
                if (left.isEmpty() && right.isEmpty()) {
                    return place.place();
                }
            }
        }
        return null;
    }

    private LocalDateTime[] window(TimeAtom atom, @Nullable LocalDateTime day) {
        LocalDateTime start =
                day == null ? sentence.utterance().now().toLocalDate().atStartOfDay() : day;
        return switch (atom) {
            case Day said ->
                new LocalDateTime[] {said.date().atStartOfDay(), said.end().atStartOfDay()};
            case Part part -> hours(part, start);
            case Clock clock -> {
                Moment moment = Moments.of(List.of(clock), sentence.utterance().now(), false);
                LocalDateTime at =
                        day != null || moment.start() == null ? start.plusMinutes(clock.minute()) : moment.start();
                yield new LocalDateTime[] {at, at.plusMinutes(1)};
            }
            default -> new LocalDateTime[0];
        };
    }

    private static LocalDateTime[] hours(Part part, LocalDateTime start) {
        if (part.half() == Half.MORNING) {
            return new LocalDateTime[] {start.plusHours(5), start.plusHours(12)};
        }
        boolean evening = part.half() == Half.NIGHT || part.minute() >= 18 * 60;
        return evening
                ? new LocalDateTime[] {start.plusHours(18), start.plusHours(24)}
                : new LocalDateTime[] {start.plusHours(12), start.plusHours(18)};
    }
}
