package com.eindr.reminder.command;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far a reminder has come through its occurrences. Events alone change it, and none needs the calendar for that.
 *
 * <p>It stays small however long a reminder lives: of the series it knows one occurrence, of single ones only those that
 * lie ahead, and of what is behind the last {@value #REMEMBERED} that were completed or skipped. Whatever is older than
 * those counts as settled too, which costs nobody anything but the chance to complete a thing of long ago.
 */
final class Progress {
    static final int REMEMBERED = 100;

    private @Nullable OccurrenceId at;
    private boolean passed;
    private @Nullable Instant notBefore;
    private int gone;

    /** What the series must not ring by itself any more: put off, settled or rung before its turn. */
    private final TreeSet<OccurrenceId> taken;

    private final TreeSet<OccurrenceId> settled;
    private @Nullable OccurrenceId settledUpTo;
    private final List<PutOff> putOff;
    private @Nullable Ring unanswered;
    private @Nullable OccurrenceId missed;

    /** A ring that nobody has answered yet; {@code nags} says whether it will be repeated. */
    record Ring(OccurrenceId occurrence, Instant rangAt, int nag, boolean nags) {}

    Progress() {
        taken = new TreeSet<>();
        settled = new TreeSet<>();
        putOff = new ArrayList<>();
    }

    private Progress(Progress other) {
        at = other.at;
        passed = other.passed;
        notBefore = other.notBefore;
        gone = other.gone;
        taken = new TreeSet<>(other.taken);
        settled = new TreeSet<>(other.settled);
        settledUpTo = other.settledUpTo;
        putOff = new ArrayList<>(other.putOff);
        unanswered = other.unanswered;
        missed = other.missed;
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

    /** Occurrences of the series before this moment are left out; null for none. */
    @Nullable
    Instant notBefore() {
        return notBefore;
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
        return putOff(occurrence).isPresent();
    }

    Optional<PutOff> putOff(OccurrenceId occurrence) {
        return putOff.stream()
                .filter(one -> one.occurrence().equals(occurrence))
                .findAny();
    }

    boolean isSettled(OccurrenceId occurrence) {
        return settled.contains(occurrence)
                || (settledUpTo != null && occurrence.compareTo(settledUpTo) <= 0 && !knows(occurrence));
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
            taken.headSet(at).clear();
        }
    }

    /** Another schedule begins; what was settled stays so. Nobody is nagged about what rang under the old one. */
    void rescheduled(Schedule old, Schedule replacement) {
        if (unanswered != null) {
            unanswered = new Ring(unanswered.occurrence(), unanswered.rangAt(), unanswered.nag(), false);
        }
        if (replacement.hasTimesOf(old)) {
            return;
        }
        if (at != null) {
            settled.tailSet(at, false).clear();
        }
        at = null;
        passed = false;
        notBefore = null;
        gone = 0;
        taken.clear();
        putOff.clear();
        missed = null;
        // The ring of a single time that is no longer meant is nothing to answer; one of a series happened all the
        // same.
        unanswered = old.repeats() || old.start().equals(replacement.start()) ? unanswered : null;
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
        if (occurrence.equals(at)) {
            gone++;
        }
    }

    /** The series leaves out what lies before this moment, if its last occurrence has had its turn. */
    void leavesOutBefore(Instant moment) {
        notBefore = passed ? moment : notBefore;
    }

    void settled(OccurrenceId occurrence) {
        take(occurrence);
        putOff.removeIf(one -> one.occurrence().equals(occurrence));
        settled.add(occurrence);
        if (settled.size() > REMEMBERED && at != null && settled.first().compareTo(at) < 0) {
            settledUpTo = settled.pollFirst();
        }
        if (unanswered != null && unanswered.occurrence().equals(occurrence)) {
            unanswered = null;
        }
        if (occurrence.equals(missed)) {
            missed = null;
        }
        if (occurrence.equals(at)) {
            gone++;
        }
    }

    void putOff(PutOff later) {
        take(later.occurrence());
        putOff.removeIf(one -> one.occurrence().equals(later.occurrence()));
        putOff.add(later);
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
