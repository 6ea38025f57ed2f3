package com.eindr.habit.command;

import com.eindr.habit.HabitEvidence;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The habits that a person's reminders tell of. The same reminders tell the same, in whatever order they come and whenever they
 * are looked at: nothing here knows what time it is.
 *
 * @param found at most one of each thing that is done
 * @param repeated reminders of things that a series reminds of already
 */
public record Habits(List<Found> found, Set<ReminderId> repeated) {
    public Habits {
        found = List.copyOf(found);
        repeated = Set.copyOf(repeated);
    }

    /**
     * Something that is done at similar times.
     *
     * @param first the first reminder ever that says the same
     * @param members all that say the same
     * @param title in the words of the latest of the evidence
     * @param schedule beginning with the first time after the evidence
     */
    public record Found(
            ReminderId first, Set<ReminderId> members, String title, Schedule schedule, List<HabitEvidence> evidence) {
        public Found {
            members = Set.copyOf(members);
            evidence = List.copyOf(evidence);
        }
    }

    public static Habits in(Collection<Trace> traces) {
        List<Found> found = new ArrayList<>();
        Set<ReminderId> repeated = new HashSet<>();
        for (List<Trace> same : SameThing.groups(traces)) {
            Set<ReminderId> members = same.stream().map(Trace::reminderId).collect(Collectors.toUnmodifiableSet());
            if (same.stream().anyMatch(trace -> trace.repeating() && !trace.cancelled())) {
                repeated.addAll(members);
            } else {
                // What was planned tells better when to remind than when it was done at last.
                rhythm(same, Trace::planned)
                        .or(() -> rhythm(same, Trace::doneOn))
                        .ifPresent(rhythm -> found.add(of(rhythm, same, members)));
            }
        }
        return new Habits(found, repeated);
    }

    private static Optional<Rhythm> rhythm(List<Trace> same, Function<Trace, @Nullable LocalDateTime> time) {
        List<Moment> moments = new ArrayList<>();
        for (Trace trace : same) {
            LocalDateTime local = time.apply(trace);
            if (local != null && trace.evidence() != null) {
                moments.add(new Moment(local, trace));
            }
        }
        return Rhythm.of(moments);
    }

    private static Found of(Rhythm rhythm, List<Trace> same, Set<ReminderId> members) {
        Trace last = rhythm.moments().getLast().trace();
        Schedule schedule = new Schedule(
                rhythm.next(),
                last.timeZone(),
                Timing.FIXED,
                rhythm.rule(),
                RepeatFrom.FROM_DUE,
                OnMissed.FIRE_LATE,
                null);
        ReminderId first = same.stream()
                .min(Comparator.comparingLong(Trace::made)
                        .thenComparing(trace -> trace.reminderId().value()))
                .orElseThrow()
                .reminderId();
        List<HabitEvidence> evidence = rhythm.moments().stream()
                .map(moment -> Objects.requireNonNull(moment.trace().evidence()))
                .toList();
        return new Found(first, members, last.title(), schedule, evidence);
    }
}
