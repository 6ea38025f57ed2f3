package com.eindr.ledger;

import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Every question about the ledger. Each is answered by what the person who asks can see. */
public sealed interface LedgerQuery {

    /**
     * Answered by a slice of {@link DebtView}, the latest first.
     *
     * @param counterparty the id of a user or the name of a contact; null for everybody
     */
    record DebtsOf(
            UserId user,
            @Nullable DebtStatus status,
            @Nullable String counterparty,
            SliceRequest slice) implements LedgerQuery {}

    /** Answered by an optional {@link DebtView}. */
    record DebtOf(UserId user, DebtId debtId) implements LedgerQuery {}

    /**
     * Answered by {@link com.eindr.shared.Changes} of {@link DebtView}.
     *
     * @param position 0 for everything
     */
    record DebtsChangedSince(UserId user, long position, int limit) implements LedgerQuery {}

    /** Answered by a slice of {@link BalanceView}, which is all; as it is now. */
    record BalancesOf(UserId user) implements LedgerQuery {}

    /**
     * Answered by a slice of {@link BalanceView}, which is all; as it was.
     *
     * @param on counts what came about on this day or before; null where {@code at} says it, or everything counts
     * @param at counts what came about until this moment; null where {@code on} says it, or everything counts
     * @param knownAt counts what was recorded until this moment; null for all
     */
    record PastBalancesOf(
            UserId user,
            @Nullable LocalDate on,
            @Nullable Instant at,
            @Nullable Instant knownAt) implements LedgerQuery {}

    /**
     * Answered by a slice of {@link EntryView}, the latest first.
     *
     * @param counterparty the id of a user or the name of a contact; null for everybody; balances run for each apart
     */
    record StatementOf(
            UserId user,
            @Nullable String counterparty,
            @Nullable Currency currency,
            SliceRequest slice) implements LedgerQuery {}

    /**
     * Answered by a slice of {@link LineView}, the earliest first, which asks no more of the entries before than where they
     * end.
     *
     * @param counterparty the id of a user or the name of a contact; null for everybody
     * @param position after which the entries stand in the log; 0 for all
     */
    record LinesAfter(
            UserId user,
            @Nullable String counterparty,
            @Nullable Currency currency,
            long position,
            int limit) implements LedgerQuery {}

    /**
     * Answered by a slice of {@link SettlementView}, the latest first.
     *
     * @param counterparty the id of a user or the name of a contact; null for everybody
     */
    record SettlementsOf(
            UserId user,
            @Nullable SettlementStatus status,
            @Nullable String counterparty,
            SliceRequest slice) implements LedgerQuery {}

    /** Answered by an optional {@link SettlementView}. */
    record SettlementOf(UserId user, SettlementId settlementId) implements LedgerQuery {}

    /** Answered by an optional {@link ReceiptView}. */
    record ReceiptOf(UserId user, SettlementId settlementId) implements LedgerQuery {}

    /**
     * Answered by {@link com.eindr.shared.Changes} of {@link SettlementView}.
     *
     * @param position 0 for everything
     */
    record SettlementsChangedSince(UserId user, long position, int limit) implements LedgerQuery {}
}
