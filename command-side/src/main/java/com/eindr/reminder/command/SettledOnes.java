package com.eindr.reminder.command;

import com.eindr.reminder.OccurrenceId;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The last {@value #REMEMBERED} occurrences that were completed or skipped. Whatever is older than those counts as settled
 * too, which costs nobody anything but the chance to complete a thing of long ago.
 */
final class SettledOnes {
    static final int REMEMBERED = 100;

    private final TreeSet<OccurrenceId> known;
    private @Nullable OccurrenceId upTo;

    SettledOnes() {
        this(List.of(), null);
    }

    SettledOnes(SettledOnes other) {
        this(other.known, other.upTo);
    }

    SettledOnes(Collection<OccurrenceId> known, @Nullable OccurrenceId upTo) {
        this.known = new TreeSet<>(known);
        this.upTo = upTo;
    }

    List<OccurrenceId> known() {
        return List.copyOf(known);
    }

    /** The latest of those that are forgotten; null where none is. */
    @Nullable
    OccurrenceId upTo() {
        return upTo;
    }

    boolean contains(OccurrenceId occurrence) {
        return known.contains(occurrence);
    }

    boolean isOlderThanKnown(OccurrenceId occurrence) {
        return upTo != null && occurrence.compareTo(upTo) <= 0;
    }

    /** @param at what the series has come to: what lies ahead of it is not forgotten */
    void add(OccurrenceId occurrence, @Nullable OccurrenceId at) {
        known.add(occurrence);
        if (known.size() > REMEMBERED && at != null && known.first().compareTo(at) < 0) {
            upTo = known.pollFirst();
        }
    }

    /** Occurrences from here on are to come again. */
    void forgetFrom(OccurrenceId occurrence) {
        known.tailSet(occurrence).clear();
        upTo = upTo == null || upTo.compareTo(occurrence) >= 0 ? null : upTo;
    }
}
