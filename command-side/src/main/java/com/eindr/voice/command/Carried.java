package com.eindr.voice.command;

import com.eindr.voice.command.TimeAtom.Clock;
import com.eindr.voice.command.TimeAtom.Day;
import com.eindr.voice.command.TimeAtom.Found;
import com.eindr.voice.command.TimeAtom.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The times of the reminder before, as far as they hold for one that goes on with its verb.
 *
 * @param times of it, with the day that held for it
 */
record Carried(List<Found> times) {

    /** Its day where no other is said; and its part of the day for a later hour: tonight at eight this, at ten that. */
    List<Found> besides(List<Found> said) {
        List<Found> besides = new ArrayList<>(said);
        Found day = first(times, Day.class);
        if (day != null && said.stream().noneMatch(time -> Filling.isDay(time.atom()))) {
            besides.add(day);
        }
        Found part = first(times, Part.class);
        if (part != null
                && first(said, Part.class) == null
                && isLater(first(times, Clock.class), first(said, Clock.class))) {
            besides.add(part);
        }
        return besides;
    }

    /** What holds for the one after. */
    Carried after(List<Found> said) {
        List<Found> held = new ArrayList<>(said);
        Found day = first(times, Day.class);
        if (day != null && first(said, Day.class) == null) {
            held.add(day);
        }
        return new Carried(held);
    }

    private static boolean isLater(@Nullable Found before, @Nullable Found said) {
        return before != null
                && said != null
                && before.atom() instanceof Clock one
                && said.atom() instanceof Clock other
                && !other.exact()
                && other.minute() % 720 > one.minute() % 720;
    }

    private static @Nullable Found first(List<Found> times, Class<? extends TimeAtom> kind) {
        return times.stream()
                .filter(time -> kind.isInstance(time.atom()))
                .findFirst()
                .orElse(null);
    }
}
