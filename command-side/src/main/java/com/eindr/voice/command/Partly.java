package com.eindr.voice.command;

import com.eindr.voice.Relative;
import com.eindr.voice.command.TimeAtom.Clock;
import com.eindr.voice.command.TimeAtom.Part;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says what was said of a time of which not all was said: to six, to Friday, an hour later. */
final class Partly {
    private static final int HALF_DAY = 12 * 60;
    private static final int DAY = 24 * 60;

    private Partly() {}

    /** Null where it stands by itself. */
    static @Nullable Relative of(List<TimeAtom> atoms) {
        Clock clock = first(Clock.class, atoms);
        Part part = first(Part.class, atoms);
        if (atoms.size() == 2 && clock != null && part != null && !part.today()) {
            return hours(clock.exact() ? clock.minute() : Moments.within(part.half(), clock.minute()));
        }
        return atoms.size() != 1
                ? null
                : switch (atoms.getFirst()) {
                    case Clock said -> said.exact() ? hours(said.minute()) : either(said.minute() % HALF_DAY);
                    case Part said -> said.today() ? null : hours(said.minute());
                    case TimeAtom.Day said ->
                        said.end().equals(said.date().plusDays(1)) ? Relative.day(said.date()) : null;
                    case TimeAtom.Shift said -> Relative.by(said.by());
                    default -> null;
                };
    }

    /** One to six are likelier in the afternoon, and the others before noon; twelve is noon. */
    private static @Nullable Relative either(int minute) {
        if (minute < 60) {
            return hours(minute + HALF_DAY);
        }
        return minute < 7 * 60 ? hours(minute + HALF_DAY, minute) : hours(minute, minute + HALF_DAY);
    }

    /** What lies beyond midnight is of another day, and so said by itself. */
    private static @Nullable Relative hours(int... minutes) {
        return IntStream.of(minutes).anyMatch(minute -> minute % DAY == 0 || minute > DAY)
                ? null
                : Relative.hours(IntStream.of(minutes)
                        .mapToObj(minute -> LocalTime.MIN.plusMinutes(minute))
                        .toList());
    }

    private static <T extends TimeAtom> @Nullable T first(Class<T> type, List<TimeAtom> atoms) {
        return atoms.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
