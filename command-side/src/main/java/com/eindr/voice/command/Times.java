package com.eindr.voice.command;

import com.eindr.voice.command.Lexicon.TimeRule;
import com.eindr.voice.command.Matching.Match;
import com.eindr.voice.command.Matching.Read;
import com.eindr.voice.command.TimeAtom.Clock;
import com.eindr.voice.command.TimeAtom.Day;
import com.eindr.voice.command.TimeAtom.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what an utterance says about time. */
final class Times {
    private static final Phrase DURATION = Phrase.of("<q> <unit>");

    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final TimeMeanings meanings;
    private final Reading reading;
    private final List<TimeRule> rules;

    /** Whatever is asked for again, since commands are tried on many parts of one sentence. */
    private final Map<Span, List<Found>> known = new HashMap<>();

    private final Map<Place, Optional<Found>> knownAt = new HashMap<>();

    private record Place(int from, int to, boolean daysOnly) {}

    Times(Lexicon lexicon, List<Token> tokens, LocalDate today) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.meanings = new TimeMeanings(new Calendar(today));
        this.reading = new Reading(lexicon, tokens, this::dayAt, this::timeAt);
        Set<String> words = tokens.stream().map(Token::word).collect(Collectors.toSet());
        this.rules = lexicon.times().stream()
                .filter(rule -> rule.phrase().mayLie(words))
                .toList();
    }

    Reading reading() {
        return reading;
    }

    /** What is said within a span, from left to right; at each place the longest reading counts. */
    List<Found> in(Span span) {
        List<Found> read = known.get(span);
        if (read == null) {
            read = List.copyOf(read(span));
            known.put(span, read);
        }
        return read;
    }

    private List<Found> read(Span span) {
        List<Found> found = new ArrayList<>();
        int at = span.from();
        while (at < span.to()) {
            Found longest = longest(at, span.to(), false);
            if (longest == null) {
                longest = corrected(found, at, span.to());
            }
            if (longest == null) {
                at++;
            } else {
                Found whole = halved(longest, span.to());
                int least =
                        found.isEmpty() ? span.from() : found.getLast().span().to();
                at = whole.span().to();
                if (isSaid(whole, found, span)) {
                    found.add(widened(whole, least, span.to()));
                    at = found.getLast().span().to();
                }
            }
        }
        return new Corrections(lexicon, tokens).of(new BareClocks(lexicon, tokens, this).beside(found, span));
    }

    /** Ten past six pm: the half of the day behind any hour. */
    private Found halved(Found found, int to) {
        Read half = found.atom() instanceof Clock clock
                        && !clock.exact()
                        && found.span().to() < to
                ? lexicon.entry("half", tokens, found.span().to())
                : null;
        if (half == null || half.end() > to || !(found.atom() instanceof Clock clock)) {
            return found;
        }
        boolean later = Reading.part((String) half.value()).half() == TimeAtom.Half.DAY;
        return new Found(
                new Clock(clock.minute() % 720 + (later ? 720 : 0), true),
                new Span(found.span().from(), half.end()));
    }

    /** The night nurse, the parents evening: a part of the day alone in the middle of a title is a word of it. */
    private boolean isSaid(Found time, List<Found> before, Span span) {
        if (!(time.atom() instanceof TimeAtom.Part)
                || lexicon.section("wholepart").isEmpty()) {
            return true;
        }
        int from = time.span().from();
        int to = time.span().to();
        boolean led = isLead(from) && !lexicon.has("article", tokens.get(from).word());
        boolean whole = lexicon.has("wholepart", tokens.get(to - 1).word());
        boolean beside = !before.isEmpty() && before.getLast().span().to() == from;
        boolean alone = from == span.from()
                && (to == span.to() || lexicon.has("filler", tokens.get(to).word()));
        return led || whole || beside || alone;
    }

    /** At nine, no, ten: after a time of the clock that is taken back a number is one too. */
    private @Nullable Found corrected(List<Found> found, int at, int to) {
        if (found.isEmpty() || !(found.getLast().atom() instanceof TimeAtom.Clock)) {
            return null;
        }
        boolean corrects = new Corrections(lexicon, tokens)
                .correct(new Span(found.getLast().span().to(), at));
        return corrects ? bareClock(at, to) : null;
    }

    /** A clock that stands alone, where a sentence has just said that a time follows. */
    @Nullable
    Found bareClock(int at, int to) {
        Read read = at < to ? reading.read("clock", at) : null;
        return read == null || read.end() > to ? null : new Found((TimeAtom) read.value(), new Span(at, read.end()));
    }

    /** A duration that stands alone, where a sentence has just said that it is one. */
    @Nullable
    Found bareDuration(Span span) {
        Match match = matching().over(DURATION, span);
        TimeAtom after = match == null ? null : meanings.of(List.of("after"), match);
        return after == null ? null : new Found(after, span);
    }

    private Matching matching() {
        return new Matching(tokens, reading, lexicon.section("approx").keySet());
    }

    private @Nullable Read dayAt(int at) {
        Found found = longest(at, tokens.size(), true);
        return found == null ? null : new Read(found.atom(), found.span().to());
    }

    /** A time that a command asks for: a day or a rule, or an hour; with the little words before and after. */
    private @Nullable Read timeAt(int at) {
        Found found = longest(at, tokens.size(), false);
        return found == null
                ? null
                : new Read(
                        found.atom(), widened(found, at, tokens.size()).span().to());
    }

    /** The longest from a place on, or from behind the little words there: "at ten past seven" is more than "at ten". */
    private @Nullable Found longest(int from, int to, boolean daysOnly) {
        Found longest = from(from, to, daysOnly);
        // Not past a particle: in "switch it on at eight" it is no part of the time.
        boolean particle = from < to && lexicon.has("particle", tokens.get(from).word());
        int most = particle ? from + 1 : from + 3;
        if (particle && longest == null && from + 1 < to && isLead(from + 1) && isSwitch(from)) {
            return null;
        }
        for (int at = from; at < Math.min(to, most) && isLead(at); at++) {
            Found later = from(at + 1, to, daysOnly);
            if (later != null
                    && (longest == null || later.span().to() > longest.span().to())) {
                longest = new Found(later.atom(), new Span(from, later.span().to()));
            }
        }
        return longest;
    }

    /** Turn the cooker on at eleven: nobody says "on at". */
    private boolean isSwitch(int at) {
        return lexicon.has(
                "switch", tokens.get(at).word() + " " + tokens.get(at + 1).word());
    }

    private boolean isLead(int at) {
        return lexicon.has("lead", tokens.get(at).word());
    }

    private @Nullable Found from(int from, int to, boolean daysOnly) {
        if (from >= to) {
            return null;
        }
        Place place = new Place(from, to, daysOnly);
        Optional<Found> read = knownAt.get(place);
        if (read == null) {
            read = Optional.ofNullable(read(place));
            knownAt.put(place, read);
        }
        return read.orElse(null);
    }

    private @Nullable Found read(Place place) {
        int from = place.from();
        int to = place.to();
        boolean daysOnly = place.daysOnly();
        Found longest = null;
        for (TimeRule rule : rules) {
            if (daysOnly && !TimeMeanings.isDay(rule.action().getFirst())) {
                continue;
            }
            // Each matching has state of its own: a rule may ask for a day, which asks all the rules again.
            Match match = matching().at(rule.phrase(), from, to);
            if (match != null
                    && (longest == null || match.end() > longest.span().to())) {
                TimeAtom atom = meanings.of(rule.action(), match);
                if (atom != null && (!daysOnly || atom instanceof Day)) {
                    longest = new Found(atom, new Span(from, match.end()));
                }
            }
        }
        return longest;
    }

    /** Switch it on at eight: a particle that is not next to the time belongs to what stands before it. */
    private boolean leads(int at, int already) {
        String word = tokens.get(at).word();
        return lexicon.has("lead", word) && (already == 0 || !lexicon.has("particle", word));
    }

    /** With the little words before and after that belong to it: on, at, by. */
    private Found widened(Found found, int least, int most) {
        int from = found.span().from();
        while (from > least && leads(from - 1, found.span().from() - from) && !isSwitch(from - 1)) {
            from--;
        }
        int to = found.span().to();
        Read trail = trail(to, most);
        while (trail != null) {
            to = trail.end();
            trail = trail(to, most);
        }
        return new Found(found.atom(), new Span(from, to));
    }

    private @Nullable Read trail(int at, int most) {
        Read read = at < most ? lexicon.entry("trail", tokens, at) : null;
        return read == null || read.end() > most ? null : read;
    }
}
