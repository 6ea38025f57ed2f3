package com.eindr.ledger.web;

import com.eindr.ledger.BalanceView;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtStatus;
import com.eindr.ledger.DebtView;
import com.eindr.ledger.EntryCause;
import com.eindr.ledger.EntryView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is in the ledger, in JSON. Amounts are strings in the currency's own unit, with all its decimals. */
final class LedgerBodies {
    private LedgerBodies() {}

    /** A debt, as the caller sees it. */
    @Schema(name = "Debt")
    record Debt(
            String id,
            CounterpartyBody counterparty,
            DebtDirection direction,
            @Schema(example = "5000.00") String amount,
            @Schema(example = "PKR") String currency,
            @Nullable String note,
            LocalDate occurredOn,
            DebtStatus status,

            @Schema(description = "Why it was disputed, withdrawn or reversed") @Nullable
            String reason,

            String recordedBy,
            Instant recordedAt,

            @Schema(description = "Missing while it is unconfirmed") @Nullable
            Instant settledAt,

            long version) {

        static Debt of(DebtView view) {
            return new Debt(
                    view.id().toString(),
                    CounterpartyBody.of(view.counterparty()),
                    view.direction(),
                    view.amount().text(),
                    view.amount().currency().getCurrencyCode(),
                    view.note(),
                    view.occurredOn(),
                    view.status(),
                    view.reason(),
                    view.recordedBy().value(),
                    view.recordedAt(),
                    view.settledAt(),
                    view.version());
        }
    }

    /** What is owed between the caller and somebody, in one currency; positive is owed to the caller. */
    @Schema(name = "Balance")
    record Balance(
            CounterpartyBody counterparty,
            String currency,

            @Schema(description = "Accepted debts less settlements; positive is owed to you", example = "5000.00")
            String net,

            @Schema(example = "0.00") String unconfirmed,
            @Schema(example = "0.00") String disputed) {

        static Balance of(BalanceView view) {
            return new Balance(
                    CounterpartyBody.of(view.counterparty()),
                    view.net().currency().getCurrencyCode(),
                    view.net().text(),
                    view.unconfirmed().text(),
                    view.disputed().text());
        }
    }

    /** What is owed over all counterparties, in one currency. */
    @Schema(name = "Total")
    record Total(String currency, String owedToMe, String iOwe, String net) {}

    @Schema(name = "Balances")
    record Balances(List<Balance> balances, List<Total> totals) {}

    /** One line of a statement. */
    @Schema(name = "Entry")
    record Entry(
            @Schema(description = "Where it stands in the log")
            long position,

            CounterpartyBody counterparty,
            EntryCause cause,

            @Schema(description = "The debt, where it is about one") @Nullable
            String debtId,

            @Schema(description = "The settlement, where it is about one") @Nullable
            String settlementId,

            @Schema(description = "The netting, where it is a line of one") @Nullable
            String nettingId,

            @Schema(description = "The move, where debts were moved from a contact to a friend") @Nullable
            String moveId,

            @Schema(description = "Positive is owed to you", example = "-20.00")
            String amount,

            String currency,

            @Schema(description = "Between you and this counterparty in this currency, after it", example = "80.00")
            String balance,

            @Nullable String note,
            LocalDate occurredOn,
            Instant recordedAt) {

        static Entry of(EntryView view) {
            String id = view.causeId().toString();
            return new Entry(
                    view.position(),
                    CounterpartyBody.of(view.counterparty()),
                    view.cause(),
                    isOfDebt(view.cause()) ? id : null,
                    isOfSettlement(view.cause()) ? id : null,
                    view.cause() == EntryCause.NETTING ? id : null,
                    view.cause() == EntryCause.MOVE ? id : null,
                    view.amount().text(),
                    view.amount().currency().getCurrencyCode(),
                    view.balance().text(),
                    view.note(),
                    view.occurredOn(),
                    view.recordedAt());
        }

        private static boolean isOfDebt(EntryCause cause) {
            return switch (cause) {
                case DEBT, DISPUTE, REVERSAL -> true;
                case SETTLEMENT, SETTLEMENT_REVERSAL, NETTING, MOVE -> false;
            };
        }

        private static boolean isOfSettlement(EntryCause cause) {
            return cause == EntryCause.SETTLEMENT || cause == EntryCause.SETTLEMENT_REVERSAL;
        }
    }
}
