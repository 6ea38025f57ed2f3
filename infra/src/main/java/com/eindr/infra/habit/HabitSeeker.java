package com.eindr.infra.habit;

import static java.util.stream.Collectors.toMap;

import com.eindr.account.Feature;
import com.eindr.account.Plan;
import com.eindr.account.command.Plans;
import com.eindr.habit.HabitCommand.SuggestHabit;
import com.eindr.habit.HabitCommand.WithdrawHabit;
import com.eindr.habit.HabitId;
import com.eindr.habit.HabitStatus;
import com.eindr.habit.command.Habits;
import com.eindr.habit.command.Habits.Found;
import com.eindr.habit.command.Trace;
import com.eindr.infra.habit.HabitTables.Person;
import com.eindr.infra.habit.HabitTables.Suggestion;
import com.eindr.notification.saga.FormerUsers;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.saga.Orders;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one person's reminders, suggests what they show, and takes back what they do not show any more. Looking again orders
 * the same again, which the habits ignore: so it does not matter what became of the last look.
 */
final class HabitSeeker {
    private static final Logger LOG = LoggerFactory.getLogger(HabitSeeker.class);
    private static final String ACTOR = "automation:habits";

    private final HabitTables tables;
    private final Plans plans;
    private final FormerUsers formerUsers;
    private final Orders orders;
    private final Clock clock;
    private final int latest;

    HabitSeeker(HabitTables tables, Plans plans, FormerUsers formerUsers, Orders orders, Clock clock, int latest) {
        this.tables = tables;
        this.plans = plans;
        this.formerUsers = formerUsers;
        this.orders = orders;
        this.clock = clock;
        this.latest = latest;
    }

    void look(Person person) {
        if (formerUsers.has(person.id())) {
            return;
        }
        List<Suggestion> suggestions = tables.suggestions(person.id());
        if (!person.wanted()) {
            suggestions.stream().filter(HabitSeeker::isOpen).forEach(this::withdraw);
            return;
        }
        List<Trace> traces = tables.traces(person.id(), suggestions, latest);
        Habits habits;
        try {
            habits = Habits.in(traces);
        } catch (RuntimeException e) {
            LOG.error("The habits of {} cannot be found out, and nobody else waits for it", person.id(), e);
            return;
        }
        Map<ReminderId, Trace> byId = traces.stream().collect(toMap(Trace::reminderId, Function.identity()));
        suggestions.stream()
                .filter(suggestion -> isOpen(suggestion) && !stands(suggestion, habits, byId))
                .forEach(this::withdraw);
        boolean locked = planOf(person).limit(Feature.HABITS).isLocked();
        habits.found().stream()
                .filter(found -> !locked
                        && suggestions.stream()
                                .allMatch(known -> Collections.disjoint(known.evidence(), found.members())))
                .forEach(found -> suggest(person, found));
    }

    /** As the log says it at the same place as everything else; only a trial ends without a word. */
    private Plan planOf(Person person) {
        Plan plan = person.plan();
        return plan == null ? plans.of(person.id()).at(clock.instant()) : plan;
    }

    /** All that led to it is as it was, or something else shows the same; and nothing reminds of it already. */
    private static boolean stands(Suggestion suggestion, Habits habits, Map<ReminderId, Trace> traces) {
        if (!Collections.disjoint(suggestion.evidence(), habits.repeated())) {
            return false;
        }
        boolean untouched = suggestion.evidence().stream()
                .map(traces::get)
                .allMatch(trace -> Objects.nonNull(trace) && trace.evidence() != null);
        return untouched
                || habits.found().stream()
                        .anyMatch(found -> !Collections.disjoint(found.members(), suggestion.evidence()));
    }

    private static boolean isOpen(Suggestion suggestion) {
        return suggestion.status() == HabitStatus.SUGGESTED;
    }

    private void withdraw(Suggestion suggestion) {
        orders.give(ACTOR, new WithdrawHabit(suggestion.id()));
    }

    private void suggest(Person person, Found found) {
        orders.give(
                ACTOR,
                new SuggestHabit(
                        HabitId.of(person.id(), found.first()),
                        person.id(),
                        found.title(),
                        found.schedule(),
                        found.evidence()));
    }
}
