package com.eindr.reminder.query;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OccurrenceView;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a simulated reminder was until somebody did something to an occurrence, and what that was. */
record BeforeDeed(
        boolean settled,
        OccurrenceId occurrence,
        Map<OccurrenceId, OccurrenceView> told,
        Map<OccurrenceId, Alarm> special,
        Map<OccurrenceId, LocalDateTime> movedTo,
        @Nullable Occurrence series) {

    BeforeDeed {
        told = Map.copyOf(told);
        special = Map.copyOf(special);
        movedTo = Map.copyOf(movedTo);
    }

    void giveBack(
            Map<OccurrenceId, OccurrenceView> presentlyTold,
            Map<OccurrenceId, Alarm> presentlySpecial,
            Map<OccurrenceId, LocalDateTime> presentlyMovedTo) {
        restore(presentlyTold, told);
        restore(presentlySpecial, special);
        restore(presentlyMovedTo, movedTo);
    }

    private static <T> void restore(Map<OccurrenceId, T> present, Map<OccurrenceId, T> former) {
        present.clear();
        present.putAll(former);
    }
}
