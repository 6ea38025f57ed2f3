package com.eindr.ledger.command;

import com.eindr.ledger.LedgerRefusal;
import com.eindr.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a debt came about.
 *
 * @param on the day, where the recorder was
 * @param at the moment from which it counts: the day's beginning, or now where it is today
 */
record Occurrence(LocalDate on, Instant at) {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** @throws Refusal INVALID_DATE for a day that has not begun where the recorder is, or before 1900 */
    static Occurrence of(@Nullable LocalDate day, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (day == null || day.equals(today)) {
            return new Occurrence(today, now);
        }
        if (day.isAfter(today) || day.isBefore(EARLIEST)) {
            throw Refusal.ofField(
                    LedgerRefusal.INVALID_DATE, "occurredOn", "must be a day between 1900 and today, where you are");
        }
        return new Occurrence(day, day.atStartOfDay(zone).toInstant());
    }
}
