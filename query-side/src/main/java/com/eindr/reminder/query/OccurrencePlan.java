package com.eindr.reminder.query;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OccurrenceView;
import com.eindr.reminder.OccurrenceView.State;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.RepeatFrom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one reminder holds within a window of time: what is recorded of its occurrences, and those still to come as its
 * schedule has them.
 */
final class OccurrencePlan {
    /** A local time may lie this far from its name: by its zone, and by a gap of a day (Apia, 2011). */
    static final Duration SLACK = Duration.ofDays(2);

    private final OccurrenceCalendar calendar;
    private final Instant from;
    private final Instant to;
    private final int limit;

    /**
     * @param to exclusive
     * @param limit at most so many are expanded, however fine the rule
     */
    OccurrencePlan(OccurrenceCalendar calendar, Instant from, Instant to, int limit) {
        this.calendar = calendar;
        this.from = from;
        this.to = to;
        this.limit = limit;
    }

    /**
     * The occurrences due within the window, by time.
     *
     * @param recorded rows of this reminder: all that are due within the window, and all whose names lie in or near it
     */
    List<OccurrenceView> of(ReminderRow reminder, Collection<OccurrenceRow> recorded) {
        Map<OccurrenceId, OccurrenceView> plan = new HashMap<>();
        if (reminder.status() == ReminderStatus.ACTIVE) {
            expand(reminder, plan);
        }
        for (OccurrenceRow row : recorded) {
            if (!reminder.isArmedAsPlanned(row.id())) {
                plan.put(row.id(), row.view());
            }
        }
        return plan.values().stream()
                .filter(view -> holds(view.dueAt()))
                .sorted(Comparator.comparing(OccurrenceView::dueAt).thenComparing(OccurrenceView::id))
                .toList();
    }

    private void expand(ReminderRow reminder, Map<OccurrenceId, OccurrenceView> plan) {
        Alarm next = reminder.next();
        OccurrenceId first = reminder.seriesFrom();
        if (next == null || first == null || !next.dueAt().isBefore(to)) {
            // The armed alarm is the earliest of all that are to come.
            return;
        }
        // Where an alarm that was put off comes first, the series still waits at the same occurrence.
        plan.put(
                first,
                upcoming(
                        reminder.isArmedAsPlanned(first)
                                ? new Occurrence(first, next.dueAt(), next.adjustment())
                                : OccurrenceNames.due(calendar, reminder.schedule(), first)));
        boolean followsRule =
                reminder.schedule().repeats() && reminder.schedule().repeatFrom() != RepeatFrom.FROM_COMPLETION;
        if (followsRule) {
            Iterator<Occurrence> series = calendar.occurrencesFrom(
                    reminder.schedule(),
                    from.minus(SLACK).atZone(reminder.schedule().timeZone()).toLocalDateTime());
            Occurrence occurrence = following(series);
            while (occurrence != null && !isBeyond(occurrence) && plan.size() < limit) {
                if (occurrence.id().compareTo(first) > 0 && holds(occurrence.dueAt())) {
                    plan.put(occurrence.id(), upcoming(occurrence));
                }
                occurrence = following(series);
            }
        }
    }

    private static @Nullable Occurrence following(Iterator<Occurrence> series) {
        return series.hasNext() ? series.next() : null;
    }

    /** Local times inside a gap overtake each other; instants do not. */
    private boolean isBeyond(Occurrence occurrence) {
        return !occurrence.dueAt().isBefore(OccurrenceNames.isInstant(occurrence.id()) ? to : to.plus(SLACK));
    }

    private boolean holds(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    private static OccurrenceView upcoming(Occurrence occurrence) {
        return new OccurrenceView(
                occurrence.id(), occurrence.dueAt(), occurrence.adjustment(), false, State.UPCOMING, null);
    }
}
