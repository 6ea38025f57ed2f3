package com.eindr.voice.command;

import com.eindr.voice.Intent;
import com.eindr.voice.Selection;
import com.eindr.voice.Slots;
import com.eindr.voice.command.Filling.Filled;
import com.eindr.voice.command.TimeAtom.Found;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is to be of a reminder that is there: its time, its rhythm, its words.
 *
 * <p>The thing stands before and what is new of it behind; where a phrase names only one of them, the thing is the last one.
 */
record Changing(Sentence sentence) {
    private static final List<String> OF_TIME = List.of("unit", "weekday", "weekdays", "month", "part");

    Filled of(Heard heard) {
        return heard.is(Heard.TITLE) ? renamed(heard) : moved(heard);
    }

    private Filled moved(Heard heard) {
        boolean both = heard.rests().size() > 1;
        Span none = times(heard.part()).isEmpty() ? new Span(0, 0) : heard.part();
        Span when = heard.rests().isEmpty() ? none : heard.rests().getLast();
        List<Found> found = new ArrayList<>(times(when));
        if (found.isEmpty()) {
            Found bare = sentence.times().bareClock(when.from(), when.to());
            Found wait = sentence.times().bareDuration(when);
            if (wait != null || bare != null) {
                found.add(wait == null ? bare : wait);
            }
        }
        if (found.isEmpty() && heard.is(Heard.TITLE_OR_TIME) && !isVague(when)) {
            return renamed(heard);
        }
        List<Span> what = both
                ? heard.rests().subList(0, heard.rests().size() - 1)
                : sentence.without(when, found, "thing", "thing");
        List<TimeAtom> said = found.stream().map(Found::atom).toList();
        boolean renames = both && !found.isEmpty() && heard.is(Heard.TITLE_OR_TIME);
        String title = renames ? besides(when, found) : null;
        boolean update = heard.intent() == Intent.REMINDER_UPDATE;
        return update && said.stream().anyMatch(TimeAtom.Every.class::isInstance)
                ? repeated(selection(what), title, said)
                : put(selection(what), title, said, update);
    }

    private Filled put(Selection which, @Nullable String title, List<TimeAtom> said, boolean update) {
        List<TimeAtom> atoms = said.stream().map(Changing::untilThen).toList();
        Moment moment = moment(atoms);
        Slots slots = Slots.changed(which, title, moment.start(), null);
        return new Filled(slots.startingAt(update ? Partly.of(atoms) : null), moment.choices(), List.of());
    }

    /** A mere rhythm leaves the hour as it is. */
    private Filled repeated(Selection which, @Nullable String title, List<TimeAtom> said) {
        Moment moment = moment(said);
        return said.stream().anyMatch(Changing::tellsHour)
                ? new Filled(
                        Slots.changed(which, title, moment.start(), moment.recurrence()), moment.choices(), List.of())
                : Filling.plain(Slots.changed(which, title, null, moment.recurrence()));
    }

    /** Orthodontist on Friday: the new words that stand before a new time, and with nothing behind it. */
    private @Nullable String besides(Span when, List<Found> found) {
        Span before = new Span(when.from(), found.getFirst().span().from());
        Span behind = new Span(found.getLast().span().to(), when.to());
        boolean plain = sentence.trimmed(behind, "thing", "tail").isEmpty();
        return before.isEmpty() || isVague(before) || !plain ? null : sentence.said(before);
    }

    private Filled renamed(Heard heard) {
        int last = heard.rests().size() - 1;
        String title = sentence.said(sentence.trimmed(heard.rests().get(last), "none", "tail"));
        Selection which = heard.values().stream()
                .filter(Reading.Ordinal.class::isInstance)
                .map(ordinal -> ((Reading.Ordinal) ordinal).place())
                .findFirst()
                .map(place -> new Selection(place, null, null, null, false))
                .orElseGet(() -> selection(heard.rests().subList(0, last)));
        return Filling.plain(Slots.changed(which, title.isEmpty() ? null : title, null, null));
    }

    private Selection selection(List<Span> what) {
        Selection read = new Selections(sentence).of(what);
        boolean it = read.ordinal() == null && read.about() == null && read.from() == null;
        return it ? Selections.that() : read;
    }

    /** Another time, something else: what says that there is to be a change, and not which; or some time nobody can read. */
    private boolean isVague(Span said) {
        Span bare = sentence.trimmed(said, "article", "tail");
        return sentence.trimmed(bare, "vague", "none").isEmpty()
                || sentence.words(said).stream()
                        .anyMatch(word -> OF_TIME.stream()
                                .anyMatch(section -> sentence.lexicon().has(section, word)));
    }

    /** A series may end on a day, and be told so without an hour. */
    private static boolean tellsHour(TimeAtom atom) {
        return switch (atom) {
            case TimeAtom.Every every -> every.part() != null;
            case TimeAtom.Until _ -> false;
            default -> true;
        };
    }

    /** What is put off until a day comes back on it. */
    private static TimeAtom untilThen(TimeAtom atom) {
        return atom instanceof TimeAtom.Until until ? TimeAtom.Day.of(until.day()) : atom;
    }

    private Moment moment(List<TimeAtom> atoms) {
        return Moments.of(atoms, sentence.utterance().now(), false);
    }

    private List<Found> times(Span span) {
        return sentence.times().in(span);
    }
}
