package com.eindr.reminder.command;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far a reminder has come through its occurrences. Events alone change it, and none needs the calendar for that.
 *
 * <p>It stays small however long a reminder lives: of the series it knows one occurrence, of single ones only those that
 * lie ahead, and of what is behind the last that were completed or skipped ({@link SettledOnes}).
 */
final class Progress {
    private @Nullable OccurrenceId at;
    private boolean passed;
    private @Nullable Instant notBefore;
    private @Nullable ZonedDateTime begunAnew;
    private int gone;

    /** What the series must not ring by itself any more: put off, settled or rung before its turn. */
    private final TreeSet<OccurrenceId> taken;

    private final SettledOnes settled;
    private final List<PutOff> putOff;
    private @Nullable Ring unanswered;
    private @Nullable OccurrenceId missed;
    private @Nullable Instant resumedAt;

    /** A ring that nobody has answered yet; {@code nags} says whether it will be repeated. */
    record Ring(OccurrenceId occurrence, Instant rangAt, int nag, boolean nags) {}

    Progress() {
        taken = new TreeSet<>();
        settled = new SettledOnes();
        putOff = new ArrayList<>();
    }

    private Progress(Progress other) {
        at = other.at;
        passed = other.passed;
        notBefore = other.notBefore;
        begunAnew = other.begunAnew;
        gone = other.gone;
        taken = new TreeSet<>(other.taken);
        settled = new SettledOnes(other.settled);
        putOff = new ArrayList<>(other.putOff);
        unanswered = other.unanswered;
        missed = other.missed;
        resumedAt = other.resumedAt;
    }

    /** Comes to where a snapshot was made. */
    Progress(ReminderSnapshot.Course course) {
        at = course.at();
        passed = course.passed();
        notBefore = course.notBefore();
        begunAnew = course.begunAnewAt() == null || course.begunAnewIn() == null
                ? null
                : course.begunAnewAt().atZone(course.begunAnewIn());
        gone = course.gone();
        taken = new TreeSet<>(course.taken());
        settled = new SettledOnes(course.settled(), course.settledUpTo());
        putOff = new ArrayList<>(
                course.putOff().stream().map(ReminderSnapshot.Later::putOff).toList());
        unanswered = course.unanswered() == null ? null : course.unanswered().ring();
        missed = course.missed();
        resumedAt = course.resumedAt();
    }

    ReminderSnapshot.Course course() {
        return new ReminderSnapshot.Course(
                at,
                passed,
                notBefore,
                begunAnew == null ? null : begunAnew.toInstant(),
                begunAnew == null ? null : begunAnew.getZone(),
                gone,
                List.copyOf(taken),
                settled.known(),
                settled.upTo(),
                putOff.stream().map(ReminderSnapshot.Later::of).toList(),
                ReminderSnapshot.Unanswered.of(unanswered),
                missed,
                resumedAt);
    }

    /** To try out on it what an event would do. */
    Progress copy() {
        return new Progress(this);
    }

    /** The occurrence that the series has come to; null before the first and where there is none. */
    @Nullable
    OccurrenceId at() {
        return at;
    }

    /** Whether {@link #at} has had its turn. */
    boolean passed() {
        return passed;
    }

    /** Occurrences of the series before this moment are left out, but for one that waits; null for none. */
    @Nullable
    Instant notBefore() {
        boolean waitsAtOne = at != null && !passed && !isTaken(at);
        if (resumedAt == null || waitsAtOne) {
            return notBefore;
        }
        return notBefore == null || notBefore.isBefore(resumedAt) ? resumedAt : notBefore;
    }

    /** The completion that has begun a series anew, until it has come to its next occurrence; null for none. */
    @Nullable
    ZonedDateTime begunAnew() {
        return begunAnew;
    }

    /** How many occurrences of a series that waits for completions are behind. */
    int gone() {
        return gone;
    }

    List<PutOff> putOff() {
        return putOff;
    }

    @Nullable
    Ring unanswered() {
        return unanswered;
    }

    /** The occurrence that was missed last, unless something has rung since. */
    @Nullable
    OccurrenceId missed() {
        return missed;
    }

    boolean isTaken(OccurrenceId occurrence) {
        return taken.contains(occurrence);
    }

    boolean isPutOff(OccurrenceId occurrence) {
        return putOff.stream().anyMatch(one -> one.occurrence().equals(occurrence));
    }

    boolean isSettled(OccurrenceId occurrence) {
        return settled.contains(occurrence) || (settled.isOlderThanKnown(occurrence) && !knows(occurrence));
    }

    /** Whether it has met this occurrence, so that there is no need to look it up. */
    boolean knows(OccurrenceId occurrence) {
        return occurrence.equals(at)
                || occurrence.equals(missed)
                || (unanswered != null && occurrence.equals(unanswered.occurrence()))
                || settled.contains(occurrence)
                || isPutOff(occurrence);
    }

    /** What a person means who does not say: what rang last, or will ring next, or was missed. */
    Optional<OccurrenceId> current(@Nullable Alarm armed) {
        if (unanswered != null) {
            return Optional.of(unanswered.occurrence());
        }
        return Optional.ofNullable(armed == null ? missed : armed.occurrence());
    }

    /** The series goes on with this alarm, if it is the series' own; whatever lies before it no longer matters. */
    void armed(@Nullable Alarm next) {
        if (next != null && next.kind() == Alarm.Kind.DUE) {
            at = next.occurrence();
            passed = false;
            notBefore = null;
            begunAnew = null;
            taken.headSet(at).clear();
        }
    }

    /**
     * Another schedule begins; what was settled stays so, unless it is to come again. Nobody is nagged about what rang
     * under the old one.
     */
    void rescheduled(Schedule old, Schedule replacement, @Nullable Alarm next) {
        if (unanswered != null) {
            unanswered = new Ring(unanswered.occurrence(), unanswered.rangAt(), unanswered.nag(), false);
        }
        if (replacement.hasTimesOf(old)) {
            if (begunAnew != null && replacement.repeatFrom() != RepeatFrom.FROM_COMPLETION) {
                begunAnew = null;
                passed = true;
            }
            return;
        }
        if (next != null) {
            settled.forgetFrom(next.occurrence());
        }
        at = null;
        passed = false;
        notBefore = null;
        begunAnew = null;
        gone = 0;
        taken.clear();
        putOff.clear();
        missed = null;
        // The ring of a single time that is no longer meant is nothing to answer; one of a series happened all the
        // same.
        unanswered = old.repeats() || old.start().equals(replacement.start()) ? unanswered : null;
    }

    /** Whether the series is to ring this occurrence by itself, if it has it. */
    boolean isToCome(OccurrenceId occurrence) {
        int order = at == null ? -1 : occurrence.compareTo(at);
        return (passed ? order > 0 : order >= 0) && !isTaken(occurrence);
    }

    /** The reminder was cancelled, and is so no more. */
    void resumed(Instant moment) {
        resumedAt = moment;
    }

    void rang(OccurrenceId occurrence, Schedule schedule, Instant rangAt, int nag) {
        if (nag == 0) {
            hadItsTurn(occurrence, schedule, rangAt);
            missed = null;
        }
        unanswered = new Ring(occurrence, rangAt, nag, true);
    }

    void missed(OccurrenceId occurrence, Schedule schedule, Instant noticedAt) {
        hadItsTurn(occurrence, schedule, noticedAt);
        missed = occurrence;
        goOn(occurrence, schedule, noticedAt);
    }

    /** Leaves out of the series what lies before this moment, if its last occurrence has had its turn. */
    void leaveOutBefore(Instant moment) {
        notBefore = passed ? moment : notBefore;
    }

    void settled(OccurrenceId occurrence, Schedule schedule, Instant now) {
        comeTo(occurrence);
        take(occurrence);
        putOff.removeIf(one -> one.occurrence().equals(occurrence));
        settled.add(occurrence, at);
        if (unanswered != null && unanswered.occurrence().equals(occurrence)) {
            unanswered = null;
        }
        if (occurrence.equals(missed)) {
            missed = null;
        }
        goOn(occurrence, schedule, now);
    }

    void putOff(PutOff later) {
        comeTo(later.occurrence());
        take(later.occurrence());
        putOff.removeIf(one -> one.occurrence().equals(later.occurrence()));
        putOff.add(later);
    }

    /** A series that has begun anew has come to this occurrence, if nothing is known of it: it has but one at a time. */
    private void comeTo(OccurrenceId occurrence) {
        if (begunAnew != null && !knows(occurrence)) {
            at = occurrence;
            passed = false;
            begunAnew = null;
        }
    }

    /** A series that waited for this occurrence begins anew. */
    private void goOn(OccurrenceId occurrence, Schedule schedule, Instant now) {
        if (schedule.repeatFrom() == RepeatFrom.FROM_COMPLETION && occurrence.equals(at) && begunAnew == null) {
            begunAnew = now.atZone(schedule.timeZone());
            gone++;
        }
    }

    /** Ends the turn of an occurrence: the one it was put off to, or else its own, which takes the series on. */
    private void hadItsTurn(OccurrenceId occurrence, Schedule schedule, Instant now) {
        if (!putOff.removeIf(one -> one.occurrence().equals(occurrence))) {
            at = occurrence;
            passed = true;
            notBefore = schedule.repeatFrom() == RepeatFrom.FIRST_FUTURE ? now : null;
            taken.headSet(occurrence, true).clear();
        }
    }

    private void take(OccurrenceId occurrence) {
        if (at == null || occurrence.compareTo(at) > 0 || (occurrence.equals(at) && !passed)) {
            taken.add(occurrence);
        }
    }
}
