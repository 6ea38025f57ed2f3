package com.eindr.reminder.command;

import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.Timing;
import com.eindr.shared.Refusal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.Weekday;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.jspecify.annotations.Nullable;

/** Reads the text of a rule with lib-recur in its strict mode, and says in the caller's words what is wrong with it. */
final class RuleText {
    static final String FIELD = "recurrence";

    /** Room for every list that RFC 5545 allows at once, written out, and no room for mischief. */
    static final int LONGEST = 500;

    /** Counting is the one thing that cannot be skipped, so it is bounded: a hundred thousand cost milliseconds. */
    static final int MOST_OCCURRENCES = 100_000;

    /** Names, values and what parts them. lib-recur overlooks empty parts at an end, and has inner parts of its own. */
    private static final Pattern SHAPE = Pattern.compile(
            "[A-Z]++=[A-Z0-9+-]++(?:,[A-Z0-9+-]++)*+(?:;[A-Z]++=[A-Z0-9+-]++(?:,[A-Z0-9+-]++)*+)*+",
            Pattern.CASE_INSENSITIVE);

    private RuleText() {}

    /**
     * Reads a rule for a schedule of this timing.
     *
     * @throws Refusal INVALID_RECURRENCE or RECURRENCE_TOO_FINE
     */
    static Rule parse(String text, Timing timing) {
        if (text.length() > LONGEST) {
            throw invalid("The rule has more than " + LONGEST + " characters.");
        }
        if (!SHAPE.matcher(text).matches()) {
            throw invalid("The rule is not of the form FREQ=…;PART=VALUE,VALUE;… without spaces.");
        }
        RecurrenceRule rule = read(text);
        refuseWhatIsTooFine(rule);
        Rule.Frequency frequency = Rule.Frequency.valueOf(rule.getFreq().name());
        if (rule.hasPart(Part.RSCALE) || rule.hasPart(Part.SKIP)) {
            throw invalid("Other calendars than the Gregorian are not supported (RSCALE, SKIP).");
        }
        if (timing == Timing.ALL_DAY
                && (frequency.finerThanDaily() || rule.hasPart(Part.BYHOUR) || rule.hasPart(Part.BYMINUTE))) {
            throw invalid("A whole day has no hours and minutes to repeat in.");
        }
        Integer count = rule.getCount();
        if (count != null && count > MOST_OCCURRENCES) {
            throw invalid("COUNT is at most " + MOST_OCCURRENCES + ".");
        }
        return new Rule(
                frequency,
                rule.getInterval(),
                numbers(rule, Part.BYMONTH).stream()
                        .map(zeroBased -> zeroBased + 1)
                        .toList(),
                numbers(rule, Part.BYWEEKNO),
                numbers(rule, Part.BYYEARDAY),
                numbers(rule, Part.BYMONTHDAY),
                weekdays(rule),
                numbers(rule, Part.BYHOUR),
                numbers(rule, Part.BYMINUTE),
                numbers(rule, Part.BYSETPOS),
                dayOfWeek(rule.getWeekStart()),
                count == null ? 0 : count,
                until(rule.getUntil(), timing));
    }

    private static RecurrenceRule read(String text) {
        try {
            return new RecurrenceRule(text, RecurrenceRule.RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw invalid("The rule cannot be read: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ".");
        }
    }

    private static void refuseWhatIsTooFine(RecurrenceRule rule) {
        if (rule.getFreq() == Freq.SECONDLY || rule.hasPart(Part.BYSECOND)) {
            throw Refusal.ofField(
                    ReminderRefusal.RECURRENCE_TOO_FINE, FIELD, "Nothing repeats more often than once a minute.");
        }
    }

    private static List<Integer> numbers(RecurrenceRule rule, Part part) {
        List<Integer> values = rule.getByPart(part);
        return values == null ? List.of() : values.stream().distinct().sorted().toList();
    }

    private static List<Rule.NthWeekday> weekdays(RecurrenceRule rule) {
        List<RecurrenceRule.WeekdayNum> values = rule.getByDayPart();
        return values == null
                ? List.of()
                : values.stream()
                        .map(value -> new Rule.NthWeekday(value.pos, dayOfWeek(value.weekday)))
                        .toList();
    }

    private static DayOfWeek dayOfWeek(Weekday weekday) {
        return switch (weekday) {
            case MO -> DayOfWeek.MONDAY;
            case TU -> DayOfWeek.TUESDAY;
            case WE -> DayOfWeek.WEDNESDAY;
            case TH -> DayOfWeek.THURSDAY;
            case FR -> DayOfWeek.FRIDAY;
            case SA -> DayOfWeek.SATURDAY;
            case SU -> DayOfWeek.SUNDAY;
        };
    }

    private static Rule.@Nullable Until until(@Nullable DateTime value, Timing timing) {
        if (value == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.of(value.getYear(), value.getMonth() + 1, value.getDayOfMonth());
            if (value.isAllDay()) {
                return new Rule.Until.Day(day);
            }
            if (timing == Timing.ALL_DAY) {
                throw invalid("UNTIL of a whole-day reminder is a date.");
            }
            LocalDateTime time = day.atTime(value.getHours(), value.getMinutes(), value.getSeconds());
            return value.isFloating() ? new Rule.Until.Local(time) : new Rule.Until.Utc(time.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw invalid("UNTIL is no date: " + e.getMessage() + ".");
        }
    }

    private static Refusal invalid(String detail) {
        return Refusal.ofField(ReminderRefusal.INVALID_RECURRENCE, FIELD, detail);
    }
}
