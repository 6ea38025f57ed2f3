package com.eindr.voice.command;

import com.eindr.voice.command.Matching.Match;
import com.eindr.voice.command.Reading.DayMonth;
import com.eindr.voice.command.Reading.Hour;
import com.eindr.voice.command.Reading.Ordinal;
import com.eindr.voice.command.Reading.Quantity;
import com.eindr.voice.command.Reading.Unit;
import com.eindr.voice.command.Reading.Weekdays;
import com.eindr.voice.command.TimeAtom.After;
import com.eindr.voice.command.TimeAtom.Clock;
import com.eindr.voice.command.TimeAtom.Day;
import com.eindr.voice.command.TimeAtom.Every;
import com.eindr.voice.command.TimeAtom.Half;
import com.eindr.voice.command.TimeAtom.Part;
import com.eindr.voice.command.TimeAtom.Shift;
import com.eindr.voice.command.TimeAtom.Until;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the phrases about time mean: the actions that stand behind them in the lexicons. */
record TimeMeanings(Calendar calendar) {
    private static final int DAY = 24 * 60;
    private static final Set<String> DAYS = Set.of(
            "day", "weekday", "week", "weekend", "month", "monthend", "date", "monthday", "fixed", "iso", "from");
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    static boolean isDay(String action) {
        return DAYS.contains(action);
    }

    /** What an action means with what its phrase has read; null where that is nonsense, such as the 40th of May. */
    @Nullable
    TimeAtom of(List<String> action, Match match) {
        String argument = action.size() > 1 ? action.get(1) : "";
        return switch (action.getFirst()) {
            case "day" -> calendar.in(Integer.parseInt(argument));
            case "weekday" -> weekday(argument, match);
            case "week" -> calendar.week(Integer.parseInt(argument));
            case "weekend" -> calendar.weekend(Integer.parseInt(argument));
            case "month" -> calendar.month(Integer.parseInt(argument));
            case "monthend" -> calendar.monthEnd();
            case "date" -> date(match);
            case "monthday" -> calendar.dayOfMonth(place(match), argument.isEmpty() ? 0 : Integer.parseInt(argument));
            case "fixed" -> calendar.date(Month.of(Integer.parseInt(argument)), Integer.parseInt(action.get(2)));
            case "iso" -> match.value(Day.class, 0);
            case "clock" -> clock(match, argument.isEmpty() ? 0 : Integer.parseInt(argument));
            case "minutes" -> minutes(match, argument.equals("-") ? -1 : 1);
            case "am" -> half(match, Half.MORNING);
            case "pm" -> half(match, Half.DAY);
            case "within" -> within(match, argument.isEmpty() ? 0 : Integer.parseInt(argument));
            case "time" -> new Clock(Integer.parseInt(argument) % DAY, true);
            case "part" -> match.value(Part.class, 0);
            case "after" -> after(match, argument);
            case "later" -> shift(match, argument, 1);
            case "earlier" -> shift(match, argument, -1);
            case "both" -> both(match);
            case "in" -> after(Unit.valueOf(action.get(2)), Integer.parseInt(argument) * Numbers.ONE);
            case "from" -> after(match, "") instanceof After said ? calendar.in((int) said.days()) : null;
            case "every" -> every(match, argument);
            case "repeat" ->
                new Every(frequency(Unit.valueOf(action.get(2))), Integer.parseInt(argument), Set.of(), 0, 0, null);
            case "workdays" -> weekly(WORKDAYS, 1);
            case "weekends" -> weekly(WEEKEND, 1);
            case "range" -> range(match);
            case "nth" -> nth(match, argument);
            case "nthworkday" -> monthly(WORKDAYS, argument.isEmpty() ? place(match) : Integer.parseInt(argument));
            case "monthly" ->
                place(match) < 1 ? null : new Every("MONTHLY", 1, Set.of(), 0, checked(place(match), 31), null);
            case "monthlast" -> new Every("MONTHLY", 1, Set.of(), 0, -1, null);
            case "until" -> until(match);
            default -> throw new IllegalArgumentException("no action is called " + action);
        };
    }

    private @Nullable Day weekday(String which, Match match) {
        Weekdays days = match.value(Weekdays.class, 0);
        if (days == null || days.days().size() > 1) {
            return null;
        }
        DayOfWeek day = days.days().iterator().next();
        return switch (which) {
            case "this" -> calendar.coming(day);
            case "next" -> calendar.next(day);
            default -> Day.of(calendar.coming(day).date().plusDays(Integer.parseInt(which)));
        };
    }

    private @Nullable Day date(Match match) {
        DayMonth digits = match.value(DayMonth.class, 0);
        if (digits != null) {
            return calendar.date(digits.month(), digits.day());
        }
        Month month = match.value(Month.class, 0);
        return month == null ? null : calendar.date(month, place(match));
    }

    /** A place or a number; 0 where there is none. */
    private static int place(Match match) {
        Ordinal ordinal = match.value(Ordinal.class, 0);
        Quantity number = match.value(Quantity.class, 0);
        return ordinal != null ? ordinal.place() : number != null && number.isWhole() ? number.whole() : 0;
    }

    private static int checked(int value, int most) {
        return value > most ? 0 : value;
    }

    private static @Nullable TimeAtom clock(Match match, int more) {
        Hour hour = match.value(Hour.class, 0);
        return hour == null
                ? match.value(Clock.class, 0)
                : new Clock(Math.floorMod(hour.minute() + more, DAY), hour.exact());
    }

    private static @Nullable TimeAtom minutes(Match match, int sign) {
        Hour hour = match.value(Hour.class, 0);
        Quantity number = match.value(Quantity.class, 0);
        return hour == null || number == null || number.whole() > 59
                ? null
                : new Clock(Math.floorMod(hour.minute() + sign * number.whole(), DAY), hour.exact());
    }

    private static @Nullable TimeAtom half(Match match, Half half) {
        Clock clock = match.value(Clock.class, 0);
        if (clock == null) {
            return null;
        }
        int minute = clock.exact() ? clock.minute() : clock.minute() % 720 + (half == Half.DAY ? 720 : 0);
        return new Clock(minute, true);
    }

    /** An hour of a part of the day; those deep in the night are read as hours of the morning. */
    private static @Nullable TimeAtom within(Match match, int more) {
        Part part = match.value(Part.class, 0);
        Hour hour = match.value(Hour.class, 0);
        if (part == null || hour == null) {
            return null;
        }
        int minute = hour.minute() % 720;
        boolean later = part.half() == Half.DAY || (part.half() == Half.NIGHT && minute >= 5 * 60);
        return new Clock(Math.floorMod(minute + (later ? 720 : 0) + more, DAY), true);
    }

    /** Of one unit where no number was said; {@code half} for half of it, {@code more} for a half besides. */
    private static @Nullable TimeAtom after(Match match, String which) {
        Unit unit = match.value(Unit.class, 0);
        Quantity number = match.value(Quantity.class, 0);
        long hundredths = number == null ? Numbers.ONE : number.hundredths();
        hundredths = switch (which) {
            case "half" -> Numbers.ONE / 2;
            case "more" -> hundredths + Numbers.ONE / 2;
            default -> hundredths;
        };
        return unit == null || hundredths > 10_000 * Numbers.ONE ? null : after(unit, hundredths);
    }

    private static @Nullable TimeAtom shift(Match match, String which, int sign) {
        return after(match, which) instanceof After after
                ? new Shift(Duration.ofDays(after.days()).plus(after.time()).multipliedBy(sign))
                : null;
    }

    private static After after(Unit unit, long hundredths) {
        return switch (unit) {
            case MINUTE -> new After(0, Duration.ofMinutes(hundredths / Numbers.ONE));
            case HOUR -> new After(0, Duration.ofMinutes(hundredths * 60 / Numbers.ONE));
            case DAY -> new After(hundredths / Numbers.ONE, Duration.ZERO);
            case WEEK -> new After(hundredths * 7 / Numbers.ONE, Duration.ZERO);
            case MONTH -> new After(hundredths * 30 / Numbers.ONE, Duration.ZERO);
            case YEAR -> new After(hundredths * 365 / Numbers.ONE, Duration.ZERO);
        };
    }

    /** An hour and twenty minutes. */
    private static @Nullable TimeAtom both(Match match) {
        Quantity second = match.value(Quantity.class, 1);
        Quantity first = second == null ? null : match.value(Quantity.class, 0);
        Quantity last = second == null ? match.value(Quantity.class, 0) : second;
        Unit greater = match.value(Unit.class, 0);
        Unit less = match.value(Unit.class, 1);
        if (last == null || greater == null || less == null || greater.compareTo(less) <= 0) {
            return null;
        }
        TimeAtom one = after(greater, first == null ? Numbers.ONE : first.hundredths());
        TimeAtom other = after(less, last.hundredths());
        return one instanceof After some && other instanceof After more
                ? new After(some.days() + more.days(), some.time().plus(more.time()))
                : null;
    }

    private static @Nullable TimeAtom every(Match match, String fixed) {
        int said = place(match);
        int interval = !fixed.isEmpty() ? Integer.parseInt(fixed) : said == 0 ? 1 : said;
        Weekdays days = match.value(Weekdays.class, 0);
        Unit unit = match.value(Unit.class, 0);
        Part part = match.value(Part.class, 0);
        if (interval < 1 || interval > 1000) {
            return null;
        }
        if (days != null) {
            return weekly(days.days(), interval);
        }
        if (unit != null) {
            return new Every(frequency(unit), interval, Set.of(), 0, 0, null);
        }
        return part == null && fixed.isEmpty() ? null : new Every("DAILY", interval, Set.of(), 0, 0, part);
    }

    private static String frequency(Unit unit) {
        return switch (unit) {
            case MINUTE -> "MINUTELY";
            case HOUR -> "HOURLY";
            case DAY -> "DAILY";
            case WEEK -> "WEEKLY";
            case MONTH -> "MONTHLY";
            case YEAR -> "YEARLY";
        };
    }

    private static Every weekly(Set<DayOfWeek> days, int interval) {
        return new Every("WEEKLY", interval, days, 0, 0, null);
    }

    private static @Nullable Every monthly(Set<DayOfWeek> days, int nth) {
        return nth == 0 || nth > 5 || nth < -1 ? null : new Every("MONTHLY", 1, days, nth, 0, null);
    }

    private static @Nullable TimeAtom nth(Match match, String fixed) {
        Weekdays days = match.value(Weekdays.class, 0);
        return days == null ? null : monthly(days.days(), fixed.isEmpty() ? place(match) : Integer.parseInt(fixed));
    }

    private static @Nullable TimeAtom range(Match match) {
        Weekdays from = match.value(Weekdays.class, 0);
        Weekdays to = match.value(Weekdays.class, 1);
        if (from == null || to == null || from.days().size() > 1 || to.days().size() > 1) {
            return null;
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        DayOfWeek last = to.days().iterator().next();
        for (DayOfWeek day = from.days().iterator().next(); day != last; day = day.plus(1)) {
            days.add(day);
        }
        days.add(last);
        return weekly(days, 1);
    }

    private static @Nullable TimeAtom until(Match match) {
        Day day = match.value(Day.class, 0);
        return day == null ? null : new Until(day.end().minusDays(1));
    }
}
