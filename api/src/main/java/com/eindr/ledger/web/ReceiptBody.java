package com.eindr.ledger.web;

import com.eindr.ledger.Party;
import com.eindr.ledger.ReceiptView;
import com.eindr.shared.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The receipt of a settlement in JSON. */
@Schema(name = "Receipt")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptBody(
        String settlementId,
        Somebody payer,
        Somebody payee,

        @Schema(description = "How much of what was owed it settled", example = "20.00")
        String amount,

        String currency,

        @Schema(description = "What was paid, where that is another currency") @Nullable
        String paidAmount,

        @Nullable String paidCurrency,

        @Schema(description = "How much of paidCurrency was paid for one of currency, to ten digits") @Nullable
        String rate,

        @Schema(description = "The caller's, in which local times are told", example = "Asia/Karachi")
        String timeZone,

        @Schema(description = "Somebody said that the payment was made")
        Step proposed,

        @Schema(description = "The other agreed; a mere contact is not asked, and then nobody did")
        Step confirmed,

        @Schema(description = "It was posted and counts") Step entry) {

    /** One of the two. */
    @Schema(name = "Somebody")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Somebody(
            @Schema(description = "Missing where they are a contact that one of the two knows by name only") @Nullable
            String userId,

            @Schema(description = "As they call themselves now, or as the contact is called")
            String name) {}

    /** A fact that can be looked up. */
    @Schema(name = "ReceiptStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            @Schema(description = "Missing where nobody was asked") @Nullable
            String by,

            Instant at,

            @Schema(description = "The same moment where the caller is", example = "2026-11-23T18:02:11+05:00")
            String local,

            @Schema(description = "Where the event stands in the log")
            long position) {}

    static ReceiptBody of(ReceiptView view, Instant confirmedAt, Names names, ZoneId zone) {
        Money paid = view.paid();
        String confirmedBy = view.asked() ? view.counterparty().userId().value() : null;
        return new ReceiptBody(
                view.id().toString(),
                somebody(view.payer(), names),
                somebody(view.payee(), names),
                view.amount().text(),
                view.amount().currency().getCurrencyCode(),
                paid == null ? null : paid.text(),
                paid == null ? null : paid.currency().getCurrencyCode(),
                paid == null ? null : SettlementBody.rate(paid, view.amount()),
                zone.getId(),
                step(view.proposedBy().value(), view.proposedAt(), zone, view.proposal()),
                step(confirmedBy, confirmedAt, zone, view.confirmation()),
                step(null, confirmedAt, zone, view.entry()));
    }

    private static Somebody somebody(Party party, Names names) {
        return new Somebody(party.isUser() ? party.userId().value() : null, names.of(party));
    }

    private static Step step(@Nullable String by, Instant at, ZoneId zone, long position) {
        String local = at.atZone(zone).truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        return new Step(by, at, local, position);
    }

    /** Whoever said that it was paid. */
    Somebody proposer() {
        return isProposedByPayer() ? payer : payee;
    }

    /** The other of the two. */
    Somebody counterparty() {
        return isProposedByPayer() ? payee : payer;
    }

    private boolean isProposedByPayer() {
        return payer.userId() != null && payer.userId().equals(proposed.by());
    }
}
