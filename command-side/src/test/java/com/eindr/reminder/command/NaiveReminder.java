package com.eindr.reminder.command;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as one would build it with memory to waste: every occurrence that is still to ring stands in one set, and
 * the earliest is armed. For schedules that repeat every so many days in zones that never change their clocks.
 */
final class NaiveReminder {
    Schedule schedule;
    ReminderStatus status = ReminderStatus.ACTIVE;

    /** To ring at their own time, by local start. */
    private final TreeSet<LocalDateTime> outstanding = new TreeSet<>();

    private final Map<LocalDateTime, Instant> snoozed = new HashMap<>();
    private final Map<LocalDateTime, LocalDateTime> moved = new HashMap<>();
    private final Set<LocalDateTime> settled = new HashSet<>();

    private @Nullable LocalDateTime unanswered;
    private @Nullable LocalDateTime missed;
    private @Nullable LocalDateTime waitsFor;
    private @Nullable Instant nagAt;
    private boolean onceHadItsTurn;
    private int nags;
    private int gone;

    /** What the series was last armed for, and what it leaves out since. */
    private @Nullable LocalDateTime turnOf;

    private final Set<LocalDateTime> leftOut = new HashSet<>();

    private @Nullable Deed last;

    /** What was done last, and the reminder as it would be without. */
    record Deed(boolean settled, LocalDateTime occurrence, NaiveReminder without) {}

    NaiveReminder(Schedule schedule, Instant now) {
        this.schedule = schedule;
        begin(now);
    }

    private NaiveReminder(NaiveReminder other) {
        schedule = other.schedule;
        outstanding.addAll(other.outstanding);
        snoozed.putAll(other.snoozed);
        moved.putAll(other.moved);
        settled.addAll(other.settled);
        unanswered = other.unanswered;
        missed = other.missed;
        waitsFor = other.waitsFor;
        nagAt = other.nagAt;
        onceHadItsTurn = other.onceHadItsTurn;
        nags = other.nags;
        gone = other.gone;
        turnOf = other.turnOf;
        leftOut.addAll(other.leftOut);
    }

    @Nullable
    Deed last() {
        return last;
    }

    /** It is armed from now on for what it says that it is. */
    void armedNow() {
        armed().filter(alarm -> alarm.kind() == Alarm.Kind.DUE)
                .map(alarm -> local(alarm.occurrence()))
                .ifPresent(start -> {
                    turnOf = start;
                    leftOut.removeIf(start::isAfter);
                });
    }

    /** What passed while it was cancelled is left out, but for the one whose turn it was. */
    void reinstate(Instant now) {
        status = ReminderStatus.ACTIVE;
        last = null;
        if (schedule.repeats() && schedule.repeatFrom() != RepeatFrom.FROM_COMPLETION) {
            leaveOut(now, turnOf);
        }
    }

    private void leaveOut(Instant before, @Nullable LocalDateTime but) {
        for (LocalDateTime start : List.copyOf(outstanding)) {
            if (instant(start).isBefore(before) && !start.equals(but)) {
                outstanding.remove(start);
                leftOut.add(start);
            }
        }
    }

    private void begin(Instant from) {
        outstanding.clear();
        outstanding.addAll(NaiveRule.of(schedule).all());
        if (schedule.repeats()) {
            outstanding.removeIf(start -> instant(start).isBefore(from));
        }
        keepFirstIfOneAtATime();
    }

    private void keepFirstIfOneAtATime() {
        if (schedule.repeatFrom() == RepeatFrom.FROM_COMPLETION && !outstanding.isEmpty()) {
            waitsFor = outstanding.first();
            outstanding.retainAll(Set.of(waitsFor));
        }
    }

    boolean wouldBeOver(Schedule wanted, Instant now) {
        return wanted.repeats() && new NaiveReminder(wanted, now).outstanding.isEmpty();
    }

    Optional<Alarm> armed() {
        if (status != ReminderStatus.ACTIVE) {
            return Optional.empty();
        }
        Stream<Alarm> due = outstanding.stream().map(start -> alarm(start, instant(start), Alarm.Kind.DUE, 0));
        Stream<Alarm> later = snoozed.entrySet().stream()
                .map(entry -> alarm(entry.getKey(), entry.getValue(), Alarm.Kind.SNOOZED, 0));
        Stream<Alarm> elsewhere = moved.entrySet().stream()
                .map(entry -> alarm(entry.getKey(), instant(entry.getValue()), Alarm.Kind.MOVED, 0));
        Stream<Alarm> again = unanswered == null || nagAt == null || nags >= 10 || isPutOff(unanswered)
                ? Stream.empty()
                : Stream.of(alarm(unanswered, nagAt, Alarm.Kind.NAG, nags + 1));
        return Stream.of(due, later, elsewhere, again)
                .flatMap(alarms -> alarms)
                .min(Comparator.comparing(Alarm::dueAt)
                        .thenComparing(Alarm::occurrence)
                        .thenComparing(Alarm::kind));
    }

    void ring(Alarm alarm, Instant now) {
        LocalDateTime start = local(alarm.occurrence());
        if (last != null) {
            if (isOvertaken(last, start, alarm.kind())) {
                last = null;
            } else {
                last.without().ring(alarm, now);
            }
        }
        boolean late = Duration.between(alarm.dueAt(), now).compareTo(Duration.ofMinutes(1)) > 0;
        if (alarm.kind() == Alarm.Kind.NAG) {
            nags++;
        } else {
            hadItsTurn(start, now);
            if (late && schedule.onMissed() == OnMissed.SKIP) {
                missed = start;
                beginAnewAfter(start, now);
                return;
            }
            nags = 0;
            missed = null;
        }
        unanswered = start;
        nagAt = schedule.nagEvery() == null ? null : now.plus(schedule.nagEvery());
    }

    private boolean isOvertaken(Deed deed, LocalDateTime rung, Alarm.Kind kind) {
        LocalDateTime own = deed.occurrence();
        boolean ownIsToCome = deed.without().outstanding.contains(own)
                || deed.without().leftOut.contains(own);
        return rung.equals(own)
                || schedule.repeatFrom() == RepeatFrom.FROM_COMPLETION
                || (kind == Alarm.Kind.DUE && rung.isAfter(own) && ownIsToCome);
    }

    private void hadItsTurn(LocalDateTime start, Instant now) {
        boolean byItself = outstanding.remove(start);
        snoozed.remove(start);
        moved.remove(start);
        if (byItself && schedule.repeatFrom() == RepeatFrom.FIRST_FUTURE) {
            leaveOut(now, null);
        }
        onceHadItsTurn |= byItself;
    }

    /** What somebody means who names nothing. */
    Optional<LocalDateTime> current() {
        if (unanswered != null) {
            return Optional.of(unanswered);
        }
        return armed().map(alarm -> local(alarm.occurrence())).or(() -> Optional.ofNullable(missed));
    }

    boolean has(LocalDateTime start) {
        if (start.equals(waitsFor) || start.equals(missed) || start.equals(unanswered) || settled.contains(start)) {
            return true;
        }
        return schedule.repeatFrom() != RepeatFrom.FROM_COMPLETION
                && NaiveRule.of(schedule).all().contains(start);
    }

    boolean isSettled(LocalDateTime start) {
        return settled.contains(start);
    }

    void settle(LocalDateTime start, Instant now) {
        last = new Deed(true, start, new NaiveReminder(this));
        outstanding.remove(start);
        snoozed.remove(start);
        moved.remove(start);
        settled.add(start);
        unanswered = start.equals(unanswered) ? null : unanswered;
        missed = start.equals(missed) ? null : missed;
        beginAnewAfter(start, now);
        if (armed().isEmpty() && unanswered == null) {
            status = ReminderStatus.COMPLETED;
        }
    }

    private void beginAnewAfter(LocalDateTime start, Instant now) {
        if (schedule.repeatFrom() != RepeatFrom.FROM_COMPLETION || !start.equals(waitsFor)) {
            return;
        }
        gone++;
        if (gone < NaiveRule.of(schedule).count()) {
            LocalDateTime done = now.atZone(schedule.timeZone()).toLocalDateTime();
            LocalDateTime anew = done.toLocalDate().atTime(schedule.start().toLocalTime());
            outstanding.addAll(NaiveRule.of(schedule).endlesslyFrom(anew));
            outstanding.removeIf(other -> !other.isAfter(anew) || !other.isAfter(done) || settled.contains(other));
            outstanding.remove(start);
            keepFirstIfOneAtATime();
        }
    }

    void snooze(LocalDateTime start, Instant until) {
        last = new Deed(false, start, new NaiveReminder(this));
        outstanding.remove(start);
        moved.remove(start);
        snoozed.put(start, until);
    }

    void move(LocalDateTime start, LocalDateTime to) {
        last = new Deed(false, start, new NaiveReminder(this));
        outstanding.remove(start);
        snoozed.remove(start);
        moved.put(start, to);
    }

    void reschedule(Schedule wanted, Instant now) {
        Schedule old = schedule;
        schedule = wanted;
        nagAt = null;
        last = null;
        if (wanted.hasTimesOf(old)) {
            return;
        }
        boolean rangThen = !old.repeats()
                && !wanted.repeats()
                && onceHadItsTurn
                && old.start()
                        .atZone(old.timeZone())
                        .toInstant()
                        .equals(wanted.start().atZone(wanted.timeZone()).toInstant());
        snoozed.clear();
        moved.clear();
        missed = null;
        waitsFor = null;
        turnOf = null;
        leftOut.clear();
        gone = 0;
        onceHadItsTurn = rangThen;
        unanswered = old.repeats() || old.start().equals(wanted.start()) ? unanswered : null;
        begin(now.plusMillis(1));
        if (rangThen) {
            outstanding.clear();
        }
        if (!outstanding.isEmpty()) {
            LocalDateTime first = outstanding.first();
            settled.removeIf(start -> !start.isBefore(first));
        }
    }

    void follow(ZoneId zone) {
        schedule = schedule.inZone(zone);
        if (last != null) {
            last.without().follow(zone);
        }
    }

    boolean isPutOff(LocalDateTime start) {
        return snoozed.containsKey(start) || moved.containsKey(start);
    }

    private Instant instant(LocalDateTime start) {
        return start.atZone(schedule.timeZone()).toInstant();
    }

    private static Alarm alarm(LocalDateTime start, Instant dueAt, Alarm.Kind kind, int nag) {
        return new Alarm(new OccurrenceId(start.toString()), dueAt, Adjustment.NONE, kind, nag);
    }

    static LocalDateTime local(OccurrenceId id) {
        return LocalDateTime.parse(id.value());
    }
}
