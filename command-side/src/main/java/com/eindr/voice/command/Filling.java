package com.eindr.voice.command;

import com.eindr.shared.Money;
import com.eindr.voice.Intent;
import com.eindr.voice.Selection;
import com.eindr.voice.Slots;
import com.eindr.voice.command.Amounts.Amount;
import com.eindr.voice.command.People.Named;
import com.eindr.voice.command.TimeAtom.Found;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the slots of a command that was heard. */
final class Filling {
    /**
     * What was read.
     *
     * @param moments what the start may be, where it may be several
     * @param people whom the name may mean: one who is known, or several; nobody where a name is new
     */
    record Filled(Slots slots, List<LocalDateTime> moments, List<String> people) {}

    private final Sentence sentence;
    private Carried carried = new Carried(List.of());

    Filling(Sentence sentence) {
        this.sentence = sentence;
    }

    /** Several, where one thing is said to be at several times. */
    List<Filled> all(Heard heard) {
        return heard.intent() == Intent.REMINDER_CREATE ? reminders(heard) : List.of(of(heard));
    }

    Filled of(Heard heard) {
        return switch (heard.intent()) {
            case REMINDER_CREATE -> reminders(heard).getFirst();
            case REMINDER_LIST, NOTE_LIST -> listed(heard);
            case REMINDER_UPDATE, REMINDER_SNOOZE -> new Changing(sentence).of(heard);
            case REMINDER_COMPLETE, REMINDER_CANCEL -> selected(heard);
            case NOTE_CREATE -> note(heard);
            case DEBT_RECORD, DEBT_SETTLE, DEBT_QUERY -> debt(heard);
            case UNDO, CHITCHAT, UNKNOWN -> plain(Slots.NONE);
        };
    }

    static boolean isDay(TimeAtom atom) {
        return atom instanceof TimeAtom.Day || atom instanceof TimeAtom.After || atom instanceof TimeAtom.Every;
    }

    static Filled plain(Slots slots) {
        return new Filled(slots, List.of(), List.of());
    }

    private List<Filled> reminders(Heard heard) {
        Again again = new Again(sentence);
        List<Found> found = new ArrayList<>();
        Titles titles = new Titles(sentence);
        String given = titles.given(heard);
        String title = given;
        for (Span rest : heard.matters()) {
            List<Found> here = isMatter(heard, rest) ? List.of() : times(rest);
            found.addAll(here);
            String words = titles.of(heard, rest, again.joined(here));
            boolean it = sentence.lexicon().has("it", words.toLowerCase(Locale.ROOT)) && !title.isEmpty();
            if (!words.isEmpty() && !it && (given.isEmpty() || heard.is("unless"))) {
                title = words;
            }
        }
        List<Found> all = heard.is(Heard.GOES_ON) ? carried.besides(found) : found;
        carried = carried.after(all);
        boolean early = heard.is("early") && title.equals(given);
        String said = title.isEmpty() ? null : title;
        return again.of(all).stream().map(times -> reminder(said, times, early)).toList();
    }

    private Filled reminder(@Nullable String title, List<Found> found, boolean early) {
        Moment moment = Moments.of(
                found.stream().map(Found::atom).toList(), sentence.utterance().now(), early);
        return new Filled(Slots.reminder(title, moment.start(), moment.recurrence()), moment.choices(), List.of());
    }

    /** What must be done by Friday, and of which one is to be reminded on Thursday: its day is part of what it is. */
    private boolean isMatter(Heard heard, Span rest) {
        if (heard.matters().size() < 2 || rest.equals(heard.matters().getLast())) {
            return false;
        }
        boolean dayLater = times(heard.matters().getLast()).stream().anyMatch(time -> isDay(time.atom()));
        List<Found> here = times(rest);
        return dayLater
                && here.stream().anyMatch(time -> isDay(time.atom()))
                && !sentence.without(rest, here, "filler", "tail").isEmpty();
    }

    private List<Found> times(Span span) {
        return sentence.times().in(span);
    }

    private Filled listed(Heard heard) {
        return plain(Slots.filter(
                new Selections(sentence).listed(heard.rests(), heard.is("about"), heard.is("when")), null));
    }

    private Filled selected(Heard heard) {
        Selection read =
                new Selections(sentence).of(heard.is("first") ? heard.rests().subList(0, 1) : heard.rests());
        boolean it = read.ordinal() == null && read.about() == null && !read.all();
        return plain(Slots.filter(it ? Selections.that() : read, null));
    }

    private Filled note(Heard heard) {
        Span said = heard.is("first") ? heard.rests().getFirst() : heard.rests().getLast();
        return plain(Slots.content(sentence.said(sentence.trimmed(said, "noted", "polite"))));
    }

    private Filled debt(Heard heard) {
        Named named = heard.who().isEmpty()
                ? null
                : new People(sentence).named(heard.who().getFirst());
        Money amount = heard.values().stream()
                .filter(Amount.class::isInstance)
                .map(Amount.class::cast)
                .findFirst()
                .map(read -> read.money(sentence.utterance().currency()))
                .orElse(null);
        Boolean owedToMe = heard.is("owed") ? Boolean.TRUE : heard.is("owe") ? Boolean.FALSE : null;
        String content = heard.is("plain") || heard.intent() != Intent.DEBT_RECORD ? "" : matter(heard);
        return new Filled(
                Slots.debt(named == null ? null : named.name(), owedToMe, amount, content.isEmpty() ? null : content),
                List.of(),
                named == null ? List.of() : named.people());
    }

    /** What a debt is for: the first or the last that its phrase leaves open. */
    private String matter(Heard heard) {
        List<String> said = heard.rests().stream()
                .skip(heard.is(Heard.BEFORE) ? 1 : 0)
                .map(rest -> heard.is("my") ? new Span(rest.from() - 1, rest.to()) : rest)
                .map(rest -> sentence.trimmed(rest, "little", "past"))
                .map(rest ->
                        sentence.said(sentence.trimmed(sentence.trimmed(rest, "for", "polite"), "none", "reported")))
                .filter(words -> !words.isEmpty())
                .toList();
        return said.isEmpty() ? "" : heard.is("first") ? said.getFirst() : said.getLast();
    }
}
