package com.eindr.account;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The part of every day in which a person wants no push, in their own zone; may span midnight.
 *
 * @param from when they begin, inclusive
 * @param to when they end, exclusive; differs from {@code from}
 */
public record QuietHours(LocalTime from, LocalTime to) {
    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours end at another time than they begin");
        }
    }

    public boolean contains(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    /** The first moment at or after {@code moment} that is not quiet. */
    public Instant endingAfter(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        if (!contains(local.toLocalTime())) {
            return moment;
        }
        boolean endsToday = local.toLocalTime().isBefore(to);
        return ZonedDateTime.of(local.toLocalDate().plusDays(endsToday ? 0 : 1), to, zone)
                .toInstant();
    }
}
