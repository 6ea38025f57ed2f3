package com.eindr.ledger.web;

import com.eindr.ledger.EntryCause;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a write of the ledger, and to what would be one.
 *
 * @param status a {@link com.eindr.ledger.DebtStatus}, {@link com.eindr.ledger.SettlementStatus},
 *     {@link com.eindr.ledger.NettingStatus} or {@link com.eindr.ledger.DebtMoveStatus}
 */
@Schema(name = "LedgerWritten")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LedgerWritten(
        String id,
        long version,

        @Schema(description = "Of what is new; with dryRun, of what would be", example = "UNCONFIRMED") @Nullable
        String status,

        @Schema(description = "True where nothing was recorded") @Nullable
        Boolean dryRun,

        @Schema(description = "With dryRun: what would be posted, if anything") @Nullable
        List<Posting> entries) {

    /** An entry that would be posted: the debtor would owe the creditor so much more. */
    @Schema(name = "Posting")
    record Posting(
            CounterpartyBody debtor,
            CounterpartyBody creditor,
            @Schema(example = "5000.00") String amount,
            String currency,
            EntryCause cause) {

        static Posting of(EntryPosted entry) {
            return new Posting(
                    CounterpartyBody.of(entry.debtor()),
                    CounterpartyBody.of(entry.creditor()),
                    entry.amount().text(),
                    entry.amount().currency().getCurrencyCode(),
                    entry.cause());
        }
    }
}
