package com.eindr.voice.command;

import com.eindr.voice.Answer;
import com.eindr.voice.Answer.Chosen;
import com.eindr.voice.Answer.Filled;
import com.eindr.voice.Choice;
import com.eindr.voice.Slots;
import com.eindr.voice.command.TimeAtom.Clock;
import com.eindr.voice.command.TimeAtom.Day;
import com.eindr.voice.command.TimeAtom.Found;
import com.eindr.voice.command.TimeAtom.Half;
import com.eindr.voice.command.TimeAtom.Part;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads an answer about when: what it leaves out is as it was asked. */
record TimeReply(Sentence sentence, Choice choice) {

    /** Nothing, unless every word of it is about time. */
    @Nullable
    Answer of(Span said) {
        List<TimeAtom> atoms = atoms(said);
        if (atoms.isEmpty()) {
            return null;
        }
        List<@Nullable LocalDateTime> proposed = proposed();
        Answer chosen = chosen(atoms, proposed);
        return chosen == null ? filled(atoms, proposed) : chosen;
    }

    static List<Choice> asked(List<LocalDateTime> moments) {
        return moments.isEmpty()
                ? List.of()
                : List.of(new Choice(
                        "start", moments.stream().map(LocalDateTime::toString).toList()));
    }

    private List<TimeAtom> atoms(Span said) {
        List<Found> found = new ArrayList<>(sentence.times().in(said));
        List<TimeAtom> atoms = new ArrayList<>();
        found.forEach(time -> atoms.add(time.atom()));
        for (Span piece : Matching.without(said, found.stream().map(Found::span).toList())) {
            Span bare = sentence.trimmed(piece, "pick", "pick");
            if (!bare.isEmpty()) {
                TimeAtom more = bare(bare);
                if (more == null) {
                    return List.of();
                }
                atoms.add(more);
            }
        }
        return atoms;
    }

    /** What is a time only because one was asked for: a mere number, a mere half of the day. */
    private @Nullable TimeAtom bare(Span span) {
        Matching.Read half = sentence.lexicon().entry("half", sentence.tokens(), span.from());
        if (half != null && half.end() == span.to()) {
            return Reading.part((String) half.value());
        }
        Found clock = sentence.times().bareClock(span.from(), span.to());
        if (clock != null && clock.span().to() == span.to()) {
            return clock.atom();
        }
        Found duration = sentence.times().bareDuration(span);
        return duration == null ? null : duration.atom();
    }

    private List<@Nullable LocalDateTime> proposed() {
        List<@Nullable LocalDateTime> proposed = new ArrayList<>();
        for (String value : choice.values()) {
            proposed.add(parsed(value));
        }
        return proposed;
    }

    private static @Nullable LocalDateTime parsed(String value) {
        try {
            return LocalDateTime.parse(value);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The one moment of those proposed that has the day, the part of it or the hour that was said. */
    private @Nullable Answer chosen(List<TimeAtom> atoms, List<@Nullable LocalDateTime> proposed) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < proposed.size(); i++) {
            LocalDateTime moment = proposed.get(i);
            if (moment != null && atoms.stream().allMatch(atom -> fits(atom, moment))) {
                fitting.add(i);
            }
        }
        return fitting.size() == 1 ? chosen(fitting.getFirst()) : null;
    }

    private Chosen chosen(int place) {
        return new Chosen(choice.slot(), place, choice.values().get(place));
    }

    private static boolean fits(TimeAtom atom, LocalDateTime moment) {
        int minute = moment.getHour() * 60 + moment.getMinute();
        return switch (atom) {
            case Day day ->
                !moment.toLocalDate().isBefore(day.date())
                        && moment.toLocalDate().isBefore(day.end());
            case Clock clock -> clock.exact() ? clock.minute() == minute : clock.minute() % 720 == minute % 720;
            case Part part -> isWithin(part.half(), moment.getHour());
            default -> false;
        };
    }

    private static boolean isWithin(Half half, int hour) {
        return switch (half) {
            case MORNING -> hour < 12;
            case DAY -> hour >= 12;
            case NIGHT -> hour >= 17 || hour < 5;
        };
    }

    private @Nullable Answer filled(List<TimeAtom> atoms, List<@Nullable LocalDateTime> proposed) {
        LocalDateTime now = sentence.utterance().now();
        List<TimeAtom> whole = new ArrayList<>(atoms);
        List<LocalDate> days = proposed.stream()
                .filter(Objects::nonNull)
                .map(LocalDateTime::toLocalDate)
                .distinct()
                .toList();
        Predicate<TimeAtom> hour = atom -> atom instanceof Clock || atom instanceof Part;
        if (days.size() == 1 && atoms.stream().allMatch(hour)) {
            whole.add(Day.of(days.getFirst()));
        }
        Moment moment = Moments.of(whole, now, false);
        LocalDateTime start = moment.start();
        if (start == null || !start.isAfter(now)) {
            return null;
        }
        int place = proposed.indexOf(start);
        boolean clear = moment.choices().isEmpty() && moment.recurrence() == null;
        return clear && place >= 0
                ? chosen(place)
                : new Filled(Slots.reminder(null, start, moment.recurrence()), asked(moment.choices()));
    }
}
