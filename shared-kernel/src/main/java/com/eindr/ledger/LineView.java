package com.eindr.ledger;

import com.eindr.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as one of its two parties sees it, for whoever reads all of them in turn and adds them up.
 *
 * @param position where the entry stands in the log
 * @param amount positive where it is owed to the person who asks
 * @param causeId what it was posted for
 * @param note the recorder's words; null for none
 */
public record LineView(
        long position,
        Party counterparty,
        EntryCause cause,
        UUID causeId,
        Money amount,
        @Nullable String note,
        LocalDate occurredOn,
        Instant recordedAt) {}
