package com.eindr.reminder.command;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.shared.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All alarms that stand for a reminder: the series' next, those put off, and the repetition of an unanswered ring. Only
 * the earliest is armed; the others are reckoned again when it has rung.
 */
record Pending(OccurrenceCalendar calendar, Schedule schedule, Progress progress) {
    private static final int MOST_NAGS = 10;

    /** More than any clock change, so that looking so far back in local time misses no instant. */
    private static final int CLOCKS_DIFFER_DAYS = 2;

    private static final Comparator<Alarm> BY_TIME =
            Comparator.comparing(Alarm::dueAt).thenComparing(Alarm::occurrence).thenComparing(Alarm::kind);

    /** The alarm to arm; null where the reminder is not to ring. */
    @Nullable
    Alarm earliest() {
        Stream<Alarm> single = progress.putOff().stream().map(one -> one.alarm(schedule, calendar));
        return Stream.of(series().stream(), single, nag().stream())
                .flatMap(alarms -> alarms)
                .min(BY_TIME)
                .orElse(null);
    }

    /** The series' next, or nothing while it waits for a completion. */
    private Optional<Alarm> series() {
        OccurrenceId at = progress.at();
        if (at == null) {
            return Optional.empty();
        }
        if (progress.begunAnew() != null) {
            return anew(progress.begunAnew());
        }
        if (!schedule.repeats() || schedule.repeatFrom() == RepeatFrom.FROM_COMPLETION) {
            return progress.passed() || progress.isTaken(at) ? Optional.empty() : Optional.of(alarm(placed(at)));
        }
        Instant notBefore = progress.notBefore();
        return first(
                        Placement.instant(at).orElseGet(() -> placed(at).dueAt()),
                        notBefore,
                        occurrence -> progress.isToCome(occurrence.id()))
                .map(Pending::alarm);
    }

    private Optional<Alarm> anew(ZonedDateTime completedAt) {
        Iterator<Occurrence> occurrences = calendar.afterCompletion(schedule, completedAt, progress.gone());
        while (occurrences.hasNext()) {
            Occurrence occurrence = occurrences.next();
            // One that was done before its day is not to come again on its day.
            if (!progress.isSettled(occurrence.id()) && !occurrence.id().equals(progress.at())) {
                return Optional.of(alarm(occurrence));
            }
        }
        return Optional.empty();
    }

    /**
     * The schedule's first alarm that is not before a moment.
     *
     * @throws Refusal RECURRENCE_WITHOUT_OCCURRENCE if all its occurrences are over
     */
    Alarm firstOrRefuse(Instant moment) {
        Instant start = calendar.place(schedule, schedule.start()).dueAt();
        return first(start, moment, occurrence -> true)
                .map(Pending::alarm)
                .orElseThrow(() -> Refusal.ofField(
                        ReminderRefusal.RECURRENCE_WITHOUT_OCCURRENCE,
                        RuleText.FIELD,
                        "All occurrences of the rule are over."));
    }

    /**
     * The alarm to arm where another schedule replaces this one. Where only the manner of ringing changes, what was
     * snoozed stays snoozed; other times begin another series, which does not ring again what has just rung.
     *
     * @throws Refusal if the schedule cannot be used, or if all its occurrences are over
     */
    @Nullable
    Alarm afterRescheduling(Schedule wanted, Instant now) {
        calendar.check(wanted);
        Progress after = progress.copy();
        after.rescheduled(schedule, wanted, null);
        Pending pending = new Pending(calendar, wanted, after);
        if (wanted.hasTimesOf(schedule)) {
            if (schedule.repeatFrom() == RepeatFrom.FROM_COMPLETION) {
                // Nobody wants to hear now of all that would have rung while it waited.
                after.leaveOutBefore(now);
            }
            return pending.earliest();
        }
        Alarm first = pending.firstOrRefuse(wanted.repeats() ? now.plusMillis(1) : Instant.MIN);
        boolean rangThen = progress.passed()
                && !schedule.repeats()
                && !wanted.repeats()
                && calendar.place(schedule, schedule.start()).dueAt().equals(first.dueAt());
        return rangThen ? null : first;
    }

    /**
     * The occurrence that a person names or, naming none, means.
     *
     * @throws Refusal NOTHING_TO_ACT_ON, OCCURRENCE_NOT_FOUND or OCCURRENCE_SETTLED
     */
    OccurrenceId choose(@Nullable OccurrenceId asked, @Nullable Alarm armed) {
        OccurrenceId chosen = asked == null
                ? progress.current(armed)
                        .orElseThrow(() -> Refusal.of(
                                ReminderRefusal.NOTHING_TO_ACT_ON, "Nothing has rung, and nothing is to ring."))
                : find(asked)
                        .orElseThrow(() -> Refusal.ofField(
                                ReminderRefusal.OCCURRENCE_NOT_FOUND,
                                "occurrence",
                                "The reminder has no such occurrence."));
        if (progress.isSettled(chosen)) {
            throw Refusal.of(
                    ReminderRefusal.OCCURRENCE_SETTLED, "The occurrence " + chosen + " is done or skipped already.");
        }
        return chosen;
    }

    private Optional<OccurrenceId> find(OccurrenceId asked) {
        if (progress.knows(asked)) {
            return Optional.of(asked);
        }
        // What comes after a completion is known only when it has come.
        return schedule.repeatFrom() == RepeatFrom.FROM_COMPLETION
                ? series().map(Alarm::occurrence).filter(asked::equals)
                : calendar.find(schedule, asked).map(Occurrence::id);
    }

    private Optional<Occurrence> first(Instant near, @Nullable Instant notBefore, Predicate<Occurrence> wanted) {
        Instant from = notBefore != null && notBefore.isAfter(near) ? notBefore : near;
        LocalDateTime local = from.atZone(schedule.timeZone()).toLocalDateTime().minusDays(CLOCKS_DIFFER_DAYS);
        Iterator<Occurrence> occurrences = calendar.occurrencesFrom(schedule, local);
        while (occurrences.hasNext()) {
            Occurrence occurrence = occurrences.next();
            if (wanted.test(occurrence)
                    && (notBefore == null || !occurrence.dueAt().isBefore(notBefore))) {
                return Optional.of(occurrence);
            }
        }
        return Optional.empty();
    }

    private Optional<Alarm> nag() {
        Progress.Ring ring = progress.unanswered();
        if (ring == null
                || !ring.nags()
                || schedule.nagEvery() == null
                || ring.nag() >= MOST_NAGS
                || progress.isPutOff(ring.occurrence())) {
            return Optional.empty();
        }
        return Optional.of(new Alarm(
                ring.occurrence(),
                ring.rangAt().plus(schedule.nagEvery()),
                Adjustment.NONE,
                Alarm.Kind.NAG,
                ring.nag() + 1));
    }

    /** An occurrence where it lies in the present zone; one that is named by its instant lies there in every zone. */
    private Occurrence placed(OccurrenceId id) {
        return Placement.instant(id)
                .map(instant -> new Occurrence(id, instant, Adjustment.NONE))
                .orElseGet(() -> calendar.place(schedule, Placement.local(id).orElseThrow()));
    }

    private static Alarm alarm(Occurrence occurrence) {
        return new Alarm(occurrence.id(), occurrence.dueAt(), occurrence.adjustment(), Alarm.Kind.DUE, 0);
    }
}
