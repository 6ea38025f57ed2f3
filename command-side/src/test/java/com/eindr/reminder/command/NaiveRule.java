package com.eindr.reminder.command;

import com.eindr.reminder.Schedule;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A schedule that repeats every so many days, or not at all.
 *
 * @param count how often, {@value #DAYS} for an endless one
 */
record NaiveRule(LocalDateTime start, int interval, int count) {
    private static final int DAYS = 500;

    static NaiveRule of(Schedule schedule) {
        String rule = schedule.recurrence();
        if (rule == null) {
            return new NaiveRule(schedule.start(), 1, 1);
        }
        int interval = Integer.parseInt(rule.replaceAll(".*INTERVAL=(\\d+).*", "$1"));
        int count = rule.contains("COUNT") ? Integer.parseInt(rule.replaceAll(".*COUNT=(\\d+).*", "$1")) : DAYS;
        return new NaiveRule(schedule.start(), interval, count);
    }

    List<LocalDateTime> all() {
        return steps(start, count);
    }

    List<LocalDateTime> endlesslyFrom(LocalDateTime other) {
        return steps(other, DAYS);
    }

    private List<LocalDateTime> steps(LocalDateTime from, int many) {
        return Stream.iterate(from, each -> each.plusDays(interval)).limit(many).toList();
    }
}
