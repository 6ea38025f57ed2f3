package com.eindr.ledger.web;

import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is asked to be about.
 *
 * @param counterparty the id of a user or the name of a contact; null for everybody
 * @param currency null for all
 * @param zone where the user is
 */
record StatementRequest(
        UserId user,
        @Nullable String counterparty,
        @Nullable Currency currency,
        ZoneId zone,
        Instant now) {

    /** A name for a file, without an ending. */
    String fileName() {
        return "statement-" + LocalDate.ofInstant(now, zone);
    }
}
