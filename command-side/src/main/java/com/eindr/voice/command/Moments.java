package com.eindr.voice.command;

import com.eindr.voice.command.TimeAtom.After;
import com.eindr.voice.command.TimeAtom.Clock;
import com.eindr.voice.command.TimeAtom.Day;
import com.eindr.voice.command.TimeAtom.Every;
import com.eindr.voice.command.TimeAtom.Half;
import com.eindr.voice.command.TimeAtom.Part;
import com.eindr.voice.command.TimeAtom.Shift;
import com.eindr.voice.command.TimeAtom.Until;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what a sentence says about time.
 *
 * <p>Which five o'clock? What is said with a part of the day, with am or pm, or by 24 hours is exact. Without a day it is
 * the one that comes next today, unless that is before seven in the morning. Otherwise seven to twelve are of the
 * morning and noon, and one to six may be either: the afternoon is proposed, and the person is asked.
 */
final class Moments {
    private static final int HALF_DAY = 12 * 60;
    private static final int DAY = 24 * 60;
    private static final int MORNING = 9 * 60;
    private static final int FIRST_OF_MORNING = 7 * 60;

    /** Far enough for a 29th of February. */
    private static final int MOST_DAYS = 9 * 366;

    private final LocalDateTime now;
    private final boolean early;
    private @Nullable Day day;
    private @Nullable Clock clock;
    private @Nullable Part part;
    private @Nullable After after;
    private @Nullable Every every;
    private @Nullable Until until;

    private Moments(LocalDateTime now, boolean early) {
        this.now = now.truncatedTo(ChronoUnit.MINUTES);
        this.early = early;
    }

    /**
     * When that is.
     *
     * @param early whether it is a thing of the morning, such as waking up
     */
    static Moment of(List<TimeAtom> atoms, LocalDateTime now, boolean early) {
        Moments moments = new Moments(now, early);
        atoms.forEach(moments::take);
        return moments.moment();
    }

    private void take(TimeAtom atom) {
        switch (atom) {
            case Day said -> day = day == null ? said : day;
            case Clock said -> clock = clock == null ? said : clock;
            case Part said -> part = part == null ? said : part;
            case After said -> after = after == null ? said : after;
            case Until said -> until = until == null ? said : until;
            case Shift said -> after = after == null && !said.by().isNegative() ? after(said.by()) : after;
            case Every said -> {
                every = every == null || isCloser(said, every) ? said : every;
                part = part == null ? said.part() : part;
            }
        }
    }

    /** A weekly reminder, on Sundays. */
    private static boolean isCloser(Every said, Every before) {
        return said.frequency().equals(before.frequency())
                && before.interval() == 1
                && before.days().isEmpty()
                && !said.days().isEmpty();
    }

    private static After after(Duration by) {
        return new After(by.toDays(), by.minusDays(by.toDays()));
    }

    private Moment moment() {
        if (every != null) {
            return series(placed(every));
        }
        if (after != null) {
            LocalDateTime start = now.plusDays(after.days()).plus(after.time());
            return after.days() > 0 && clock != null ? on(Day.of(start.toLocalDate())) : at(start);
        }
        // What is to be done by a day and only once is to be done that day at the latest.
        Day last = until == null ? null : Day.of(until.day());
        Day said = day != null ? day : last;
        if (said != null) {
            return on(said);
        }
        if (clock == null && part == null) {
            return Moment.UNSAID;
        }
        return today();
    }

    private static Moment at(LocalDateTime start) {
        return new Moment(start, null, List.of());
    }

    private Moment on(Day said) {
        LocalDate date = said.date();
        int[] minutes = minutes();
        LocalDateTime first = date.atStartOfDay().plusMinutes(minutes[0]);
        if (minutes.length > 1) {
            if (date.equals(now.toLocalDate())) {
                return today();
            }
            return new Moment(first, null, List.of(first, date.atStartOfDay().plusMinutes(minutes[1])));
        }
        return at(first);
    }

    /** The next time today, or tomorrow where today's is over. */
    private Moment today() {
        LocalDateTime midnight = now.toLocalDate().atStartOfDay();
        int[] minutes = minutes();
        boolean open = clock != null && !clock.exact() && part == null && !early;
        if (open && clock != null) {
            int morning = clock.minute() % HALF_DAY;
            LocalDateTime sooner = midnight.plusMinutes(clock.minute());
            LocalDateTime later = midnight.plusMinutes(morning + HALF_DAY);
            if (sooner.isAfter(now) && clock.minute() >= FIRST_OF_MORNING) {
                return at(sooner);
            }
            if (sooner.isAfter(now) && later.isAfter(now) && !sooner.equals(later)) {
                return new Moment(later, null, List.of(later, sooner));
            }
            if (later.isAfter(now)) {
                return at(later);
            }
        }
        LocalDateTime start = midnight.plusMinutes(minutes[0]);
        if (!start.isAfter(now)) {
            LocalDate tomorrow = now.toLocalDate().plusDays(1);
            return day == null ? on(Day.of(tomorrow)) : at(start);
        }
        return at(start);
    }

    /** Minutes of the day, likeliest first. */
    private int[] minutes() {
        if (clock == null) {
            return new int[] {part == null ? MORNING : part.minute()};
        }
        int minute = clock.minute();
        if (clock.exact()) {
            return new int[] {minute};
        }
        if (part != null) {
            return new int[] {within(part.half(), minute)};
        }
        boolean afternoon = minute % HALF_DAY < FIRST_OF_MORNING && minute < HALF_DAY && minute >= 60;
        return afternoon && !early ? new int[] {minute + HALF_DAY, minute} : new int[] {minute};
    }

    static int within(Half half, int minute) {
        int hour = minute % HALF_DAY;
        return switch (half) {
            case MORNING -> hour;
            case DAY -> hour + HALF_DAY;
            // One to four in the night come after its midnight, and so on the next day.
            case NIGHT -> hour < 5 * 60 ? hour + DAY : hour + HALF_DAY;
        };
    }

    /** Every week, on Friday: a day that is said besides is the day of the series. */
    private Every placed(Every said) {
        boolean bare = said.days().isEmpty() && said.monthDay() == 0;
        if (!bare || day == null || !day.end().equals(day.date().plusDays(1))) {
            return said;
        }
        LocalDate first = day.date();
        return switch (said.frequency()) {
            case "WEEKLY" -> new Every("WEEKLY", said.interval(), Set.of(first.getDayOfWeek()), 0, 0, said.part());
            case "MONTHLY" -> new Every("MONTHLY", said.interval(), Set.of(), 0, first.getDayOfMonth(), said.part());
            default -> said;
        };
    }

    private Moment series(Every said) {
        boolean fine = said.frequency().equals("HOURLY") || said.frequency().equals("MINUTELY");
        String rule = Rules.text(said, until == null ? null : until.day());
        if (fine) {
            LocalDateTime first = said.frequency().equals("HOURLY")
                    ? now.plusHours(said.interval())
                    : now.plusMinutes(said.interval());
            return new Moment(clock == null ? first : today().start(), rule, List.of());
        }
        int[] minutes = minutes();
        LocalDateTime start = first(said, minutes[0]);
        if (start == null) {
            return Moment.UNSAID;
        }
        List<LocalDateTime> choices =
                minutes.length == 1 ? List.of() : List.of(start, start.plusMinutes(minutes[1] - minutes[0]));
        return new Moment(start, rule, choices);
    }

    private @Nullable LocalDateTime first(Every said, int minute) {
        LocalDate date = day == null ? now.toLocalDate() : day.date();
        boolean dated = day != null && said.days().isEmpty() && said.monthDay() == 0;
        for (int i = 0; i < MOST_DAYS; i++) {
            LocalDateTime start = date.plusDays(i).atStartOfDay().plusMinutes(minute);
            if (start.isAfter(now) && (dated || Rules.yields(said, date.plusDays(i)))) {
                return start;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s %s %s %s %s", day, clock, part, after, every, until);
    }
}
