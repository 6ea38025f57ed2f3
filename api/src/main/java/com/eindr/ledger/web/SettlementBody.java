package com.eindr.ledger.web;

import com.eindr.ledger.SettlementStatus;
import com.eindr.ledger.SettlementView;
import com.eindr.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A settlement in JSON, as the caller sees it. */
@Schema(name = "Settlement")
record SettlementBody(
        String id,
        CounterpartyBody counterparty,

        @Schema(description = "Whether the caller is the one who paid")
        boolean paidByMe,

        @Schema(description = "How much of what is owed it settles", example = "20.00")
        String amount,

        String currency,

        @Schema(description = "What was paid, where that is another currency") @Nullable
        String paidAmount,

        @Nullable String paidCurrency,

        @Schema(description = "How much of paidCurrency was paid for one of currency, to ten digits") @Nullable
        String rate,

        SettlementStatus status,

        @Schema(description = "How often the one who has not answered was reminded")
        int nudges,

        String proposedBy,
        Instant proposedAt,

        @Schema(description = "Missing with a mere contact") @Nullable
        Instant expiresAt,

        @Schema(description = "Missing while it is open") @Nullable
        Instant settledAt,

        @Schema(description = "Why it was undone; missing where nobody said") @Nullable
        String reason,

        long version) {
    private static final MathContext TEN_DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);

    static SettlementBody of(SettlementView view) {
        Money paid = view.paid();
        return new SettlementBody(
                view.id().toString(),
                CounterpartyBody.of(view.counterparty()),
                view.paidByMe(),
                view.amount().text(),
                view.amount().currency().getCurrencyCode(),
                paid == null ? null : paid.text(),
                paid == null ? null : paid.currency().getCurrencyCode(),
                paid == null ? null : rate(paid, view.amount()),
                view.status(),
                view.nudges(),
                view.proposedBy().value(),
                view.proposedAt(),
                view.expiresAt(),
                view.settledAt(),
                view.reason(),
                view.version());
    }

    static String rate(Money paid, Money amount) {
        return new BigDecimal(paid.text())
                .divide(new BigDecimal(amount.text()), TEN_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
