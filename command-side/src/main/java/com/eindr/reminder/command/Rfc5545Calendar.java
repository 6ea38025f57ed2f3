package com.eindr.reminder.command;

import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of RFC 5545, as {@code docs/decisions/0010} reads it where the standard leaves a choice.
 *
 * <p>A start that the rule does not yield is no occurrence. A series ends with COUNT, UNTIL, the year 9999, or a silence
 * of a hundred years. Every question is answered in bounded time, whatever the rule.
 */
public final class Rfc5545Calendar implements OccurrenceCalendar {
    private static final int YEARS_TO_FIRST_OCCURRENCE = 10;
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1900, 1, 1, 0, 0);
    private static final LocalDateTime LATEST = LocalSteps.LAST_DAY.plusDays(2).atStartOfDay();

    private final Placement placement;

    /**
     * @param allDayRingsAt when reminders of whole days ring
     */
    public Rfc5545Calendar(LocalTime allDayRingsAt) {
        this.placement = new Placement(allDayRingsAt);
    }

    @Override
    public void check(Schedule schedule) {
        ScheduleCheck.check(schedule);
        if (schedule.recurrence() == null) {
            return;
        }
        Iterator<Occurrence> series = occurrences(schedule);
        Instant latest = placement
                .ofLocal(schedule, schedule.start().plusYears(YEARS_TO_FIRST_OCCURRENCE))
                .dueAt();
        if (!series.hasNext() || series.next().dueAt().isAfter(latest)) {
            throw Refusal.ofField(
                    ReminderRefusal.RECURRENCE_WITHOUT_OCCURRENCE,
                    RuleText.FIELD,
                    "The rule has no occurrence within " + YEARS_TO_FIRST_OCCURRENCE + " years of its start.");
        }
    }

    @Override
    public Iterator<Occurrence> occurrences(Schedule schedule) {
        return occurrencesFrom(schedule, schedule.start());
    }

    @Override
    public Iterator<Occurrence> occurrencesFrom(Schedule schedule, LocalDateTime from) {
        LocalDateTime near = from.isBefore(EARLIEST) ? EARLIEST : from.isAfter(LATEST) ? LATEST : from;
        Rule rule = rule(schedule);
        if (rule == null) {
            return schedule.start().isBefore(near)
                    ? Collections.emptyIterator()
                    : List.of(placement.ofLocal(schedule, schedule.start())).iterator();
        }
        return rule.frequency().finerThanDaily()
                ? clockSeries(schedule, rule, instantOf(schedule, schedule.start()), instantOf(schedule, near))
                : localSeries(schedule, rule, schedule.start(), near);
    }

    @Override
    public Optional<Occurrence> firstAfter(Schedule schedule, OccurrenceId id) {
        return first(seriesFrom(schedule, id), occurrence -> occurrence.id().compareTo(id) > 0);
    }

    @Override
    public Optional<Occurrence> find(Schedule schedule, OccurrenceId id) {
        // The text may be written otherwise than the calendar would write it, with seconds, say; the time decides.
        return first(seriesFrom(schedule, id), occurrence -> true)
                .filter(occurrence -> Placement.instant(occurrence.id()).equals(Placement.instant(id))
                        && Placement.local(occurrence.id()).equals(Placement.local(id)));
    }

    @Override
    public Occurrence place(Schedule schedule, LocalDateTime local) {
        Rule rule = rule(schedule);
        return rule != null && rule.frequency().finerThanDaily()
                ? placement.ofInstant(instantOf(schedule, local))
                : placement.ofLocal(schedule, local);
    }

    @Override
    public Iterator<Occurrence> afterCompletion(Schedule schedule, ZonedDateTime completedAt, int settled) {
        Rule rule = rule(schedule);
        if (rule == null || (rule.count() > 0 && rule.count() <= settled)) {
            return Collections.emptyIterator();
        }
        Rule uncounted = rule.withoutCount();
        if (rule.frequency().finerThanDaily()) {
            Instant anew = completedAt
                    .toInstant()
                    .truncatedTo(ChronoUnit.MINUTES)
                    .plusSeconds(schedule.start().getSecond());
            Instant later = anew.isAfter(completedAt.toInstant()) ? anew : completedAt.toInstant();
            return clockSeries(schedule, uncounted, anew, later.plusSeconds(1));
        }
        LocalDateTime anew = completedAt.toLocalDate().atTime(schedule.start().toLocalTime());
        LocalDateTime later = anew.isAfter(completedAt.toLocalDateTime()) ? anew : completedAt.toLocalDateTime();
        return localSeries(schedule, uncounted, anew, later.plusNanos(1));
    }

    private Iterator<Occurrence> seriesFrom(Schedule schedule, OccurrenceId id) {
        Rule rule = rule(schedule);
        if (rule != null && rule.frequency().finerThanDaily()) {
            return Placement.instant(id)
                    .filter(instant -> !instant.isBefore(Instant.EPOCH))
                    .<Iterator<Occurrence>>map(
                            instant -> clockSeries(schedule, rule, instantOf(schedule, schedule.start()), instant))
                    .orElse(Collections.emptyIterator());
        }
        return Placement.local(id)
                .filter(local -> isDay(id) == (schedule.timing() == Timing.ALL_DAY))
                .map(local -> occurrencesFrom(schedule, local))
                .orElse(Collections.emptyIterator());
    }

    private Series<LocalDateTime> localSeries(Schedule schedule, Rule rule, LocalDateTime start, LocalDateTime from) {
        boolean allDay = schedule.timing() == Timing.ALL_DAY;
        LocalDateTime first = allDay ? start.toLocalDate().atStartOfDay() : start;
        Rule.Until until = rule.until();
        return new Series<>(
                // Whoever counts must count from the start.
                new LocalSteps(rule, first, rule.count() > 0 ? first : from),
                local -> until != null && until.excludes(local, placement.instant(schedule, local)),
                rule.count(),
                local -> local.isBefore(from),
                local -> placement.ofLocal(schedule, local));
    }

    private Series<Instant> clockSeries(Schedule schedule, Rule rule, Instant start, Instant from) {
        Instant last = rule.until() == null ? Instant.MAX : rule.until().lastInstant(schedule.timeZone());
        return new Series<>(
                new ClockSteps(rule, start, schedule.timeZone(), rule.count() > 0 ? start : from),
                instant -> instant.isAfter(last),
                rule.count(),
                instant -> instant.isBefore(from),
                placement::ofInstant);
    }

    private static Instant instantOf(Schedule schedule, LocalDateTime local) {
        return local.atZone(schedule.timeZone()).toInstant();
    }

    private static @Nullable Rule rule(Schedule schedule) {
        return schedule.recurrence() == null ? null : RuleText.parse(schedule.recurrence(), schedule.timing());
    }

    private static boolean isDay(OccurrenceId id) {
        return id.value().indexOf('T') < 0;
    }

    private static Optional<Occurrence> first(Iterator<Occurrence> occurrences, Predicate<Occurrence> wanted) {
        while (occurrences.hasNext()) {
            Occurrence occurrence = occurrences.next();
            if (wanted.test(occurrence)) {
                return Optional.of(occurrence);
            }
        }
        return Optional.empty();
    }
}
