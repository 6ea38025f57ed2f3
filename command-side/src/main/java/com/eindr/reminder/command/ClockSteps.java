package com.eindr.reminder.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Expands HOURLY and MINUTELY rules along the time line, regardless of COUNT and UNTIL.
 *
 * <p>The steps are even in UTC, so no clock change makes one longer or shorter. What the rule says of months, days, hours
 * and minutes is read off the clock of the schedule's zone, because that is the clock a person means by "from nine to
 * five". Days that the rule does not allow are jumped over.
 */
final class ClockSteps implements Supplier<@Nullable Instant> {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long END =
            LocalSteps.LAST_DAY.plusDays(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);

    /** The longest silence, in moments looked at: ten years of minutes. */
    private static final int LONGEST_SEARCH = 5_300_000;

    private final Rule rule;
    private final Clock clock;
    private final DayTest test;
    private final boolean[] hours;
    private final boolean[] minutes;
    private final long from;
    private final long origin;
    private final long step;
    /** How many moments a period has: one, or sixty where BYMINUTE expands an hour. */
    private final int width;

    private final long[] found = new long[60];
    private int next;
    private int end;
    private long period;
    private long silentUntil;
    private long testedDay = Long.MIN_VALUE;
    private boolean testedDayAllowed;

    /** Begins with the first occurrence that is neither before the start nor before {@code from}. */
    ClockSteps(Rule rule, Instant start, ZoneId zone, Instant from) {
        this.rule = rule;
        this.clock = new Clock(zone.getRules());
        this.test = new DayTest(rule, start.atZone(zone).toLocalDate());
        this.hours = flags(rule.hours(), 24);
        this.minutes = flags(rule.minutes(), 60);
        this.from = Math.max(start.getEpochSecond(), from.getEpochSecond());
        boolean hourly = rule.frequency() == Rule.Frequency.HOURLY;
        boolean expands = hourly && !rule.minutes().isEmpty();
        this.step = rule.interval() * (hourly ? HOUR : MINUTE);
        this.width = expands ? 60 : 1;
        this.origin = start.getEpochSecond() - (expands ? clock.minuteAt(start.getEpochSecond()) * MINUTE : 0);
        this.period = Math.max(0, (this.from - origin - (width - 1) * MINUTE + step - 1) / step);
        this.silentUntil = this.from + LocalSteps.LONGEST_SILENCE_YEARS * 366 * DAY;
    }

    /** The next occurrence; null after the last. */
    @Override
    public @Nullable Instant get() {
        int looked = 0;
        while (next == end) {
            long at = origin + period * step;
            if (at >= END || at > silentUntil || looked > LONGEST_SEARCH) {
                return null;
            }
            looked += width;
            if (!skipUnwantedDay(at)) {
                period++;
                look(at);
            }
        }
        silentUntil = found[next] + LocalSteps.LONGEST_SILENCE_YEARS * 366 * DAY;
        return Instant.ofEpochSecond(found[next++]);
    }

    /** Goes to the first period that may reach the next day, or the next clock change, if this day is not allowed. */
    private boolean skipUnwantedDay(long at) {
        long day = clock.dayAt(at);
        long last = at + (width - 1) * MINUTE;
        if (allowsDay(day) || clock.dayAt(last) != day) {
            return false;
        }
        long nextDay = (day + 1) * DAY - clock.offsetAt(at);
        long goal = Math.min(nextDay, clock.constantUntil());
        period += Math.max(1, (goal - last + step - 1) / step);
        return true;
    }

    private void look(long at) {
        next = 0;
        end = 0;
        for (int i = 0; i < width; i++) {
            long moment = at + i * MINUTE;
            if (minutes[clock.minuteAt(moment)] && hours[clock.hourAt(moment)] && allowsDay(clock.dayAt(moment))) {
                found[end++] = moment;
            }
        }
        int size = end;
        end = 0;
        for (int i = 0; i < size; i++) {
            if (found[i] >= from && picks(i, size)) {
                found[end++] = found[i];
            }
        }
    }

    private boolean picks(int index, int size) {
        List<Integer> positions = rule.setPositions();
        return positions.isEmpty() || positions.contains(index + 1) || positions.contains(index - size);
    }

    private boolean allowsDay(long day) {
        if (day != testedDay) {
            testedDay = day;
            testedDayAllowed = test.allows(LocalDate.ofEpochDay(day));
        }
        return testedDayAllowed;
    }

    private static boolean[] flags(List<Integer> allowed, int size) {
        boolean[] flags = new boolean[size];
        for (int i = 0; i < size; i++) {
            flags[i] = allowed.isEmpty() || allowed.contains(i);
        }
        return flags;
    }

    /** Reads a zone's clock at moments that mostly lie side by side, looking the offset up once per clock change. */
    private static final class Clock {
        private final ZoneRules rules;
        private long constantFrom = Long.MAX_VALUE;
        private long constantUntil = Long.MIN_VALUE;
        private long offset;

        Clock(ZoneRules rules) {
            this.rules = rules;
        }

        long offsetAt(long moment) {
            if (moment < constantFrom || moment >= constantUntil) {
                Instant instant = Instant.ofEpochSecond(moment);
                ZoneOffsetTransition change = rules.nextTransition(instant);
                constantFrom = moment;
                constantUntil = change == null ? Long.MAX_VALUE : change.toEpochSecond();
                offset = rules.getOffset(instant).getTotalSeconds();
            }
            return offset;
        }

        /** When the offset that was asked for last ends. */
        long constantUntil() {
            return constantUntil;
        }

        long dayAt(long moment) {
            return Math.floorDiv(moment + offsetAt(moment), DAY);
        }

        int hourAt(long moment) {
            return (int) (Math.floorMod(moment + offsetAt(moment), DAY) / HOUR);
        }

        int minuteAt(long moment) {
            return (int) (Math.floorMod(moment + offsetAt(moment), HOUR) / MINUTE);
        }
    }
}
