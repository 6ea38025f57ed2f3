package com.eindr.reminder;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.Optional;

/**
 * Expands schedules into occurrences. The only place that reads recurrence rules (RFC 5545 §3.3.10).
 *
 * <p>Rules of DAILY and coarser expand in local time, and each result is placed in the zone; HOURLY and MINUTELY expand
 * in UTC. Every method refuses with {@link ReminderRefusal} a rule that cannot be read or that never comes true.
 */
public interface OccurrenceCalendar {

    /**
     * Checks a schedule that a person has just written: its rule and everything else.
     *
     * @throws com.eindr.shared.Refusal naming the field, if the schedule contradicts itself, or if the rule is malformed,
     *     finer than MINUTELY, or has no occurrence within ten years of its start
     */
    void check(Schedule schedule);

    /** The occurrences from the first one on, in order; endless for an endless rule. */
    Iterator<Occurrence> occurrences(Schedule schedule);

    /**
     * The occurrences whose original start is not before a local time (of the schedule's zone), in order; skips quickly
     * over what lies before.
     */
    Iterator<Occurrence> occurrencesFrom(Schedule schedule, LocalDateTime from);

    /** The first occurrence whose original start comes after that of {@code id}. */
    Optional<Occurrence> firstAfter(Schedule schedule, OccurrenceId id);

    /** The occurrence of this name, if the schedule has it. */
    Optional<Occurrence> find(Schedule schedule, OccurrenceId id);

    /**
     * The occurrences of a series that a completion begins anew ({@link RepeatFrom#FROM_COMPLETION}): the rule starts
     * over on the day of the completion at the start's time of day, or at its minute if the rule is finer than daily. The
     * first one comes after the completion and after that new start, which the completion itself stands for.
     *
     * @param completedAt when and where the last occurrence was completed
     * @param settled how many occurrences of the series are behind it, for COUNT
     */
    Iterator<Occurrence> afterCompletion(Schedule schedule, ZonedDateTime completedAt, int settled);

    /** Puts a local time on the time line of the schedule's zone; whole days get the hour at which they ring. */
    Occurrence place(Schedule schedule, LocalDateTime local);
}
