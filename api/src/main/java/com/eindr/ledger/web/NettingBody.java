package com.eindr.ledger.web;

import com.eindr.ledger.NettingStatus;
import com.eindr.ledger.NettingView;
import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A proposal to net in JSON. What two others owe each other is in nobody's. */
@Schema(name = "NettingProposal")
record NettingBody(
        String id,

        @Schema(description = "The userIds of everybody in the circle: each owes the next, and the last owes the first")
        List<String> parties,

        @Schema(description = "By which every line of the circle gets smaller", example = "20.00")
        String amount,

        String currency,
        NettingStatus status,

        @Schema(description = "Who has agreed; whoever proposed it has")
        List<String> approvedBy,

        @Schema(description = "Missing where nobody did") @Nullable
        String rejectedBy,

        @Schema(description = "How often those who have not answered were reminded")
        int nudges,

        String proposedBy,
        Instant proposedAt,
        Instant expiresAt,

        @Schema(description = "Missing while it is open") @Nullable
        Instant settledAt,

        @Schema(description = "What it changes for you. Missing in lists, and where it came to nothing") @Nullable
        Effect effect,

        long version) {

    /** The caller's own two lines, which add up to the same before and after. */
    @Schema(name = "NettingEffect")
    record Effect(
            @Schema(description = "Between you and whom you owe, and between you and who owes you")
            List<Line> lines,

            @Schema(description = "Both lines together", example = "-30.00")
            String netBefore,

            @Schema(description = "The same as netBefore", example = "-30.00")
            String netAfter) {}

    /** What is owed between the caller and a neighbour in the circle; positive is owed to the caller. */
    @Schema(name = "NettingLine")
    record Line(
            CounterpartyBody counterparty,

            @Schema(description = "As it is now; once it is NETTED, as it was just before", example = "-50.00")
            String before,

            @Schema(example = "-30.00") String after) {}

    static NettingBody of(NettingView view) {
        Instant settledAt = view.settledAt();
        UserId rejectedBy = view.rejectedBy();
        return new NettingBody(
                view.id().toString(),
                view.terms().parties().stream().map(UserId::value).toList(),
                view.terms().amount().text(),
                view.terms().amount().currency().getCurrencyCode(),
                view.status(),
                view.approvedBy().stream().map(UserId::value).toList(),
                rejectedBy == null ? null : rejectedBy.value(),
                view.nudges(),
                view.terms().proposedBy().value(),
                view.proposedAt(),
                view.expiresAt(),
                settledAt,
                view.lines() == null
                        ? null
                        : effect(view.lines(), view.terms().amount().currency()),
                view.version());
    }

    private static Effect effect(List<NettingView.Line> lines, Currency currency) {
        long before = 0;
        long after = 0;
        for (NettingView.Line line : lines) {
            before += line.before().minor();
            after += line.after().minor();
        }
        return new Effect(
                lines.stream()
                        .map(line -> new Line(
                                new CounterpartyBody(line.counterparty().value(), null),
                                line.before().text(),
                                line.after().text()))
                        .toList(),
                new Money(before, currency).text(),
                new Money(after, currency).text());
    }
}
