package com.eindr.voice.web.reply;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;

/** Says in words when something repeats: "every other Tuesday", "on the last weekday of each month". */
record RecurrenceWords(Tongue tongue) {

    /** The rule alone, without its time of day, its beginning and its end. */
    String of(SpokenRule rule) {
        return switch (rule.frequency()) {
            case MINUTELY -> counted("rule.minutely", rule);
            case HOURLY -> counted("rule.hourly", rule);
            case DAILY -> counted("rule.daily", rule);
            case WEEKLY -> weekly(rule);
            case MONTHLY -> monthly(rule);
            case YEARLY -> yearly(rule);
        };
    }

    private String counted(String key, SpokenRule rule) {
        return tongue.say(key, Map.of("count", rule.interval()));
    }

    private String weekly(SpokenRule rule) {
        if (rule.interval() == 1 && SpokenRule.isWorkdays(rule.days())) {
            return tongue.say("rule.workdays");
        }
        boolean single = rule.days().size() == 1;
        return tongue.say(
                single ? "rule.weekly.day" : "rule.weekly.days",
                Map.of(
                        "count",
                        rule.interval(),
                        "day",
                        rule.days().getFirst().getValue(),
                        "days",
                        tongue.and(rule.days().stream()
                                .map(day -> inSeries(day, rule, single))
                                .toList())));
    }

    private String inSeries(DayOfWeek day, SpokenRule rule, boolean single) {
        return tongue.say(
                "rule.weekday",
                Map.of(
                        "day",
                        day.getValue(),
                        "name",
                        tongue.weekday(day),
                        "count",
                        rule.interval(),
                        "single",
                        single ? "yes" : "no"));
    }

    private String monthly(SpokenRule rule) {
        if (rule.nth() != 0) {
            return tongue.say("rule.monthly.nth", Map.of("count", rule.interval(), "which", nth(rule)));
        }
        if (rule.monthDays().equals(List.of(SpokenRule.LAST_DAY))) {
            return counted("rule.monthly.last", rule);
        }
        List<String> days = rule.monthDays().stream()
                .map(day -> tongue.say("rule.monthday", Map.of("day", day)))
                .toList();
        return tongue.say("rule.monthly.days", Map.of("count", rule.interval(), "days", tongue.and(days)));
    }

    private String nth(SpokenRule rule) {
        if (SpokenRule.isWorkdays(rule.days())) {
            return tongue.say("rule.nth.workday", Map.of("nth", rule.nth()));
        }
        String name = tongue.or(rule.days().stream().map(tongue::weekday).toList());
        return tongue.say(
                "rule.nth",
                Map.of("nth", rule.nth(), "day", rule.days().getFirst().getValue(), "name", name));
    }

    private String yearly(SpokenRule rule) {
        String date = rule.date() == null ? "" : tongue.dayOfYear(rule.date());
        return tongue.say("rule.yearly", Map.of("count", rule.interval(), "date", date));
    }
}
