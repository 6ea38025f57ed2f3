package com.eindr.ledger;

import com.eindr.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement, as one of its two parties sees it.
 *
 * @param position where the entry stands in the log
 * @param amount positive where it is owed to the person who asks
 * @param balance what is owed between the two in this currency after it, all entries recorded before it included
 * @param causeId the debt, the settlement, the netting or the move
 * @param note the recorder's words; null for none
 */
public record EntryView(
        long position,
        Party counterparty,
        EntryCause cause,
        UUID causeId,
        Money amount,
        Money balance,
        @Nullable String note,
        LocalDate occurredOn,
        Instant recordedAt) {}
