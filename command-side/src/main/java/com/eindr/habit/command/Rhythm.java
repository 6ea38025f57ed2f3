package com.eindr.habit.command;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Times of which each is about the same time of day as the others, on days that follow a rule.
 *
 * @param moments those that show it, in order; nothing like them has come since
 * @param rule an RFC 5545 RRULE value
 * @param next the first time after them
 */
record Rhythm(List<Moment> moments, String rule, LocalDateTime next) {
    /** How many minutes something is earlier or later and still at the same time. */
    static final int APART = 45;

    private static final int ROUNDED_TO = 5;

    /** Where several times of day have a rhythm, the one that most moments are near to. */
    static Optional<Rhythm> of(List<Moment> moments) {
        List<Moment> sorted = moments.stream().sorted(Moment.ORDER).toList();
        record Centre(int minute, List<Moment> near) {}
        return sorted.stream()
                .map(Moment::minute)
                .distinct()
                .map(minute -> new Centre(
                        minute,
                        sorted.stream()
                                .filter(moment -> Math.abs(moment.behind(minute)) <= APART)
                                .toList()))
                .sorted(Comparator.comparingInt(
                                (Centre centre) -> -centre.near().size())
                        .thenComparingInt(Centre::minute))
                .flatMap(centre -> around(centre.minute(), centre.near()).stream())
                .findFirst();
    }

    private static Optional<Rhythm> around(int centre, List<Moment> near) {
        NavigableMap<LocalDate, Moment> days = new TreeMap<>();
        Comparator<Moment> nearest = Comparator.<Moment>comparingInt(moment -> Math.abs(moment.behind(centre)))
                .thenComparing(Moment.ORDER);
        for (Moment moment : near) {
            // What is done at ten past midnight belongs to the evening before, where midnight is the usual time.
            LocalDate day = moment.local().minusMinutes(moment.behind(centre)).toLocalDate();
            days.merge(day, moment, (one, other) -> nearest.compare(one, other) <= 0 ? one : other);
        }
        Days.Run run = Days.latest(List.copyOf(days.navigableKeySet()));
        return run == null ? Optional.empty() : Optional.ofNullable(rhythm(centre, days, run));
    }

    private static @Nullable Rhythm rhythm(int centre, NavigableMap<LocalDate, Moment> days, Days.Run run) {
        List<Moment> moments = new ArrayList<>();
        run.days().forEach(day -> moments.add(days.get(day)));
        int middle = moments.stream()
                .map(moment -> moment.behind(centre))
                .sorted()
                .skip((moments.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
        int minute = Math.floorDiv(centre + middle + ROUNDED_TO / 2, ROUNDED_TO) * ROUNDED_TO;
        Days.Run moved = run.movedBy(Math.floorDiv(minute, Moment.MINUTES_A_DAY));
        if (moved == null) {
            return null;
        }
        LocalTime time = LocalTime.ofSecondOfDay(Math.floorMod(minute, Moment.MINUTES_A_DAY) * 60L);
        return new Rhythm(moments, moved.rule(), moved.next().atTime(time));
    }
}
