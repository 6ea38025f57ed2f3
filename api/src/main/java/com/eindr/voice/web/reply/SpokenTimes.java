package com.eindr.voice.web.reply;

import com.eindr.voice.web.deed.Person;
import com.eindr.voice.web.deed.Result.Item;
import com.eindr.voice.web.deed.Result.When;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says when something is, to somebody who knows what day it is. */
record SpokenTimes(Tongue tongue, Person person) {
    private static final int DAYS_BY_NAME = 6;

    /** A title and when it rings. */
    String item(Item item) {
        When when = item.when();
        return item(item.title(), when == null ? null : when(when));
    }

    /** The same within one day that was named already. */
    String itemOfDay(Item item) {
        When when = item.when();
        if (when == null || when.allDay()) {
            return tongue.quoted(item.title());
        }
        String at = zoned(tongue.at(when.start().toLocalTime()), when.zone(), when.start());
        return item(item.title(), at);
    }

    String item(String title, @Nullable String when) {
        String quoted = tongue.quoted(title);
        return when == null ? quoted : tongue.say("item", Map.of("title", quoted, "when", when));
    }

    /** "Tomorrow at 9 AM"; of a series "every Monday at 9 AM, until December 24". */
    String when(When when) {
        String rule = when.recurrence();
        return rule == null ? once(when) : series(when, rule);
    }

    /** A rule whose hour is not known: "every other Tuesday"; null where it does not say its days itself. */
    @Nullable
    String rhythm(String text) {
        SpokenRule rule = SpokenRule.of(text, person.now(), person.zone());
        boolean said = rule != null
                && (text.contains(";BY")
                        || rule.frequency() == SpokenRule.Frequency.DAILY
                        || rule.frequency().isFinerThanDaily());
        return rule == null || !said ? null : new RecurrenceWords(tongue).of(rule);
    }

    /** A local moment of the speaker: "tomorrow at 9 AM". */
    String moment(LocalDateTime moment) {
        return moment("day", moment, today(person.zone()));
    }

    private String moment(String key, LocalDateTime moment, LocalDate today) {
        String day = day(key, moment.toLocalDate(), today);
        return tongue.say("moment", Map.of("day", day, "at", tongue.at(moment.toLocalTime())));
    }

    /** The window of a list: "today", "from today to Sunday", "tomorrow from noon to 6 PM"; empty where there is none. */
    String window(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        if (from == null) {
            return to == null ? "" : tongue.say("window.before", Map.of("moment", moment(to)));
        }
        if (to == null) {
            return tongue.say("window.after", Map.of("moment", moment(from)));
        }
        LocalDate today = today(person.zone());
        if (isWholeDays(from, to)) {
            LocalDate last = to.toLocalDate().minusDays(1);
            return last.equals(from.toLocalDate())
                    ? day("day", last, today)
                    : tongue.say(
                            "window.days",
                            Map.of("from", day("date", from.toLocalDate(), today), "to", day("date", last, today)));
        }
        if (ChronoUnit.MINUTES.between(from, to) <= 1) {
            return moment(from);
        }
        if (isWithinDay(from, to)) {
            return tongue.say(
                    "window.hours",
                    Map.of(
                            "day",
                            day("day", from.toLocalDate(), today),
                            "from",
                            tongue.time(from.toLocalTime()),
                            "to",
                            tongue.time(to.toLocalTime())));
        }
        return tongue.say("window.moments", Map.of("from", moment(from), "to", moment(to)));
    }

    /** Whether a window lies in one day, so that times of the clock say enough. */
    static boolean isWithinDay(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        return from != null
                && to != null
                && to.isAfter(from)
                && !to.isAfter(from.toLocalDate().plusDays(1).atStartOfDay());
    }

    private static boolean isWholeDays(LocalDateTime from, LocalDateTime to) {
        return from.toLocalTime().equals(LocalTime.MIDNIGHT)
                && to.toLocalTime().equals(LocalTime.MIDNIGHT)
                && to.isAfter(from);
    }

    private String once(When when) {
        LocalDate today = today(when.zone());
        if (when.allDay()) {
            return day("day", when.start().toLocalDate(), today);
        }
        return zoned(moment("day", when.start(), today), when.zone(), when.start());
    }

    private String series(When when, String text) {
        LocalDateTime start = when.start();
        LocalDate today = today(when.zone());
        SpokenRule rule = SpokenRule.of(text, start, when.zone());
        String said;
        if (rule == null) {
            said = and(tongue.say("rule.other"), since(when, true, today));
            return when.allDay() ? said : zoned(said, when.zone(), start);
        }
        boolean fine = rule.frequency().isFinerThanDaily();
        said = new RecurrenceWords(tongue).of(rule);
        if (!when.allDay() && !fine) {
            said = tongue.say("rule.at", Map.of("rule", said, "at", tongue.at(start.toLocalTime())));
        }
        said = when.allDay() ? said : zoned(said, when.zone(), start);
        if (!isSaidByItsDay(rule, start.toLocalDate(), today)) {
            said = and(said, since(when, fine, today));
        }
        LocalDate until = rule.until();
        if (until != null) {
            said = and(said, day("until", until, today));
        }
        return rule.count() == 0 ? said : and(said, tongue.say("times", Map.of("count", rule.count())));
    }

    private String since(When when, boolean timed, LocalDate today) {
        return timed && !when.allDay()
                ? moment("since", when.start(), today)
                : day("since", when.start().toLocalDate(), today);
    }

    /** "Every Monday" begins next Monday, without a word. */
    private static boolean isSaidByItsDay(SpokenRule rule, LocalDate start, LocalDate today) {
        return rule.frequency() == SpokenRule.Frequency.WEEKLY
                && rule.interval() == 1
                && rule.days().size() == 1
                && start.isBefore(today.plusDays(8));
    }

    private String and(String first, String rest) {
        return tongue.say("comma", Map.of("first", first, "rest", rest));
    }

    private String day(String key, LocalDate date, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, date);
        String kind;
        if (days == 0) {
            kind = "today";
        } else if (days == 1) {
            kind = "tomorrow";
        } else if (days == -1) {
            kind = "yesterday";
        } else {
            kind = days > 0 && days <= DAYS_BY_NAME ? "weekday" : "date";
        }
        return tongue.say(
                key,
                Map.of(
                        "kind",
                        kind,
                        "number",
                        date.getDayOfWeek().getValue(),
                        "weekday",
                        tongue.weekday(date.getDayOfWeek()),
                        "date",
                        tongue.date(date, today)));
    }

    /** A zone that is not that of the home is said. */
    private String zoned(String moment, ZoneId zone, LocalDateTime at) {
        return zone.equals(person.home())
                ? moment
                : and(moment, tongue.zone(zone, at.atZone(zone).toInstant()));
    }

    /** The day that it is in a zone. */
    private LocalDate today(ZoneId zone) {
        return person.now().atZone(person.zone()).withZoneSameInstant(zone).toLocalDate();
    }
}
