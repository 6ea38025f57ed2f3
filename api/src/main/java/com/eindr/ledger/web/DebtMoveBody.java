package com.eindr.ledger.web;

import com.eindr.ledger.DebtMoveStatus;
import com.eindr.ledger.DebtMoveView;
import com.eindr.ledger.DebtMoveView.Origin;
import com.eindr.ledger.EntryCause;
import com.eindr.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The moving of debts in JSON, as the caller sees it. The friend finds in it no word that was written about a contact. */
@Schema(name = "DebtMove")
record DebtMoveBody(
        String id,

        @Schema(description = "Whose contact it was") String proposedBy,

        @Schema(description = "Who the contact is said to be; they are asked")
        String userId,

        @Schema(description = "Under which name it was noted down; missing for the friend") @Nullable
        String contactName,

        @Schema(description = "What would be owed between the two instead, in each currency")
        List<Balance> balances,

        DebtMoveStatus status,

        @Schema(description = "Why it was disputed") @Nullable
        String reason,

        Instant proposedAt,
        Instant expiresAt,

        @Schema(description = "Missing while it is open") @Nullable
        Instant settledAt,

        long version) {

    /** What is moved in one currency. */
    @Schema(name = "MovedBalance")
    record Balance(
            @Schema(description = "Positive is owed to you", example = "30.00")
            String amount,

            String currency,

            @Schema(
                    description = "How it came about since nothing was owed the last time, up to the latest hundred"
                            + " entries. Missing in lists")
            @Nullable
            List<Part> entries,

            @Schema(description = "What the entries before those come to. Missing in lists", example = "0.00") @Nullable
            String earlier) {}

    /** One entry between the one who proposed it and the contact. */
    @Schema(name = "MovedEntry")
    record Part(
            EntryCause cause,

            @Schema(description = "Positive is owed to you", example = "30.00")
            String amount,

            LocalDate occurredOn) {}

    static DebtMoveBody of(DebtMoveView view) {
        List<Balance> balances = new ArrayList<>();
        for (int i = 0; i < view.balances().size(); i++) {
            balances.add(balance(
                    view.balances().get(i),
                    view.origins() == null ? null : view.origins().get(i)));
        }
        return new DebtMoveBody(
                view.id().toString(),
                view.proposedBy().value(),
                view.friend().value(),
                view.contactName(),
                balances,
                view.status(),
                view.reason(),
                view.proposedAt(),
                view.expiresAt(),
                view.settledAt(),
                view.version());
    }

    private static Balance balance(Money balance, @Nullable Origin origin) {
        return new Balance(
                balance.text(),
                balance.currency().getCurrencyCode(),
                origin == null
                        ? null
                        : origin.entries().stream()
                                .map(part ->
                                        new Part(part.cause(), part.amount().text(), part.occurredOn()))
                                .toList(),
                origin == null ? null : origin.earlier().text());
    }
}
