package com.eindr.habit.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.account.Entitlements;
import com.eindr.account.Feature;
import com.eindr.habit.HabitCommand;
import com.eindr.habit.HabitCommand.AcceptHabit;
import com.eindr.habit.HabitCommand.DismissHabit;
import com.eindr.habit.HabitCommand.SuggestHabit;
import com.eindr.habit.HabitCommand.WithdrawHabit;
import com.eindr.habit.HabitEvent;
import com.eindr.habit.HabitEvent.HabitAccepted;
import com.eindr.habit.HabitEvent.HabitDismissed;
import com.eindr.habit.HabitEvent.HabitSuggested;
import com.eindr.habit.HabitEvent.HabitWithdrawn;
import com.eindr.habit.HabitId;
import com.eindr.habit.HabitRefusal;
import com.eindr.habit.HabitStatus;
import com.eindr.reminder.GivenReminders;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.Schedule;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody seems to do again and again. It is suggested until they answer, and becomes a reminder that repeats
 * in the commit in which they accept it.
 */
@Aggregate
class Habit {
    @AggregateIdentifier
    private @Nullable HabitId habitId;

    private @Nullable HabitSuggested suggested;
    private HabitStatus status = HabitStatus.WITHDRAWN;

    /** For the framework, which fills a new instance from the habit's events. */
    Habit() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(SuggestHabit command, Clock clock) {
        if (habitId == null || status == HabitStatus.WITHDRAWN) {
            apply(new HabitSuggested(
                    command.habitId(),
                    command.ownerId(),
                    command.title(),
                    command.schedule(),
                    command.evidence(),
                    now(clock)));
        }
        return version();
    }

    @CommandHandler
    long handle(
            AcceptHabit command,
            GivenReminders reminders,
            Entitlements entitlements,
            OccurrenceCalendar calendar,
            Clock clock) {
        HabitSuggested fact = seenBy(command);
        if (status != HabitStatus.ACCEPTED) {
            requireOpen();
            Instant now = now(clock);
            UserId owner = fact.ownerId();
            entitlements.require(owner, Feature.HABITS, now);
            entitlements.take(owner, Feature.REMINDERS, now);
            reminders.give(
                    fact.habitId().reminderId(),
                    owner,
                    owner,
                    fact.title(),
                    null,
                    upcoming(fact.schedule(), calendar, now));
            apply(new HabitAccepted(fact.habitId(), owner, fact.habitId().reminderId(), now));
        }
        return version();
    }

    @CommandHandler
    long handle(DismissHabit command, Clock clock) {
        HabitSuggested fact = seenBy(command);
        if (status != HabitStatus.DISMISSED) {
            requireOpen();
            apply(new HabitDismissed(fact.habitId(), fact.ownerId(), now(clock)));
        }
        return version();
    }

    @CommandHandler
    void handle(WithdrawHabit command, Clock clock) {
        if (status == HabitStatus.SUGGESTED && suggested != null) {
            apply(new HabitWithdrawn(suggested.habitId(), suggested.ownerId(), now(clock)));
        }
    }

    private HabitSuggested seenBy(HabitCommand.OfUser command) {
        if (suggested == null || !command.by().equals(suggested.ownerId())) {
            throw HabitRefusal.SUGGESTION_NOT_FOUND.refusal();
        }
        return suggested;
    }

    private void requireOpen() {
        if (status != HabitStatus.SUGGESTED) {
            throw HabitRefusal.SUGGESTION_SETTLED.refusal();
        }
    }

    /** The same times, of which the first is still to come: an answer may come weeks after the question. */
    private static Schedule upcoming(Schedule schedule, OccurrenceCalendar calendar, Instant now) {
        LocalDateTime here = LocalDateTime.ofInstant(now, schedule.timeZone());
        Iterator<Occurrence> occurrences =
                calendar.occurrencesFrom(schedule, here.toLocalDate().atStartOfDay());
        while (occurrences.hasNext()) {
            Occurrence occurrence = occurrences.next();
            if (occurrence.dueAt().isAfter(now)) {
                return schedule.startingAt(LocalDateTime.parse(occurrence.id().value()));
            }
        }
        return schedule;
    }

    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** As clients count: the first event makes version 1. */
    private static long version() {
        return AggregateLifecycle.getVersion() + 1;
    }

    @EventSourcingHandler
    void on(HabitEvent event) {
        habitId = event.habitId();
        switch (event) {
            case HabitSuggested fact -> {
                suggested = fact;
                status = HabitStatus.SUGGESTED;
            }
            case HabitAccepted _ -> status = HabitStatus.ACCEPTED;
            case HabitDismissed _ -> status = HabitStatus.DISMISSED;
            case HabitWithdrawn _ -> status = HabitStatus.WITHDRAWN;
        }
    }
}
