package com.eindr.voice.web.deed;

import com.eindr.reminder.ReminderView;
import com.eindr.voice.Choice;
import com.eindr.voice.Fate;
import com.eindr.voice.Relative;
import com.eindr.voice.Understanding;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Completes a time of which only a part was said by what the reminder has itself: its day, its hour, or both. */
final class OwnTime {
    static final String START = "start";

    /** Of six in the morning and six in the evening the nearer one is meant, if it is nearer by as much. */
    private static final Duration CLEARLY = Duration.ofHours(6);

    private OwnTime() {}

    /** The same with the whole time; asked about where it may be several, or is over. */
    static Act completed(Act act, ReminderView view) {
        Relative said = act.slots().relative();
        LocalDateTime own = own(view, act.person().zone());
        LocalDateTime now = act.person().now();
        if (said == null || own.toLocalDate().isBefore(now.toLocalDate())) {
            return act;
        }
        List<LocalDateTime> moments = moments(said, own);
        List<LocalDateTime> coming =
                likely(moments.stream().filter(moment -> moment.isAfter(now)).toList(), own);
        if (coming.isEmpty() && said.by() != null) {
            // What has rung long ago is put off from now on.
            return act;
        }
        Understanding read = act.order().said();
        List<Choice> choices = new ArrayList<>(read.choices());
        choices.removeIf(choice -> choice.slot().equals(START));
        if (coming.size() != 1) {
            choices.addFirst(new Choice(
                    START, coming.stream().map(LocalDateTime::toString).toList()));
        }
        Understanding whole = new Understanding(
                read.intent(),
                read.confidence(),
                read.slots().startingAt(coming.isEmpty() ? moments.getFirst() : coming.getFirst()),
                choices.isEmpty() ? Fate.UNDERSTOOD : Fate.NEEDS_CONFIRMATION,
                choices);
        return act.with(new Order(whole, act.order().chosen()));
    }

    /** When it rings next where the person is, or was to ring. */
    private static LocalDateTime own(ReminderView view, ZoneId here) {
        ReminderView.@Nullable Next next = view.nextOccurrence();
        return next == null
                ? view.schedule()
                        .start()
                        .atZone(view.schedule().timeZone())
                        .withZoneSameInstant(here)
                        .toLocalDateTime()
                : LocalDateTime.ofInstant(next.dueAt(), here);
    }

    private static List<LocalDateTime> moments(Relative said, LocalDateTime own) {
        LocalDate day = said.day();
        Duration by = said.by();
        if (day != null) {
            return List.of(day.atTime(own.toLocalTime()));
        }
        return by == null ? said.hours().stream().map(own.toLocalDate()::atTime).toList() : List.of(own.plus(by));
    }

    private static List<LocalDateTime> likely(List<LocalDateTime> moments, LocalDateTime own) {
        if (moments.size() < 2) {
            return moments;
        }
        Duration first = Duration.between(own, moments.getFirst()).abs();
        Duration last = Duration.between(own, moments.getLast()).abs();
        if (first.minus(last).abs().compareTo(CLEARLY) < 0) {
            return moments;
        }
        return List.of(first.compareTo(last) < 0 ? moments.getFirst() : moments.getLast());
    }
}
