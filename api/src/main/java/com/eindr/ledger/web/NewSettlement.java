package com.eindr.ledger.web;

import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.Money;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import com.eindr.shared.web.ChosenId;
import com.eindr.shared.web.InvalidRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment that somebody says was made. Who paid follows from who owes. */
@Schema(name = "NewSettlement")
record NewSettlement(
        @Schema(description = "Chosen by the client, so that it can refer to the settlement before it is saved")
        @ChosenId
        @Nullable
        UUID id,

        @NotNull @Valid CounterpartyBody counterparty,

        @NotNull @Schema(description = "How much of what is owed it settles", example = "20.00")
        String amount,

        @NotNull @Schema(description = "The currency it is owed in, ISO 4217", example = "PKR")
        String currency,

        @Schema(
                description = "What was paid, where that is another currency; then paidCurrency says which",
                example = "0.07")
        @Nullable
        String paidAmount,

        @Schema(example = "USD") @Nullable String paidCurrency) {

    ProposeSettlement command(UserId caller, ZoneId zone) {
        return new ProposeSettlement(
                new SettlementId(id == null ? TimeOrderedUuid.next() : id),
                caller,
                counterparty.party(caller),
                Amounts.read("amount", amount, "currency", currency),
                paid(),
                zone);
    }

    private @Nullable Money paid() {
        if (paidAmount == null && paidCurrency == null) {
            return null;
        }
        if (paidAmount == null) {
            throw InvalidRequest.of("paidAmount", "must be stated beside paidCurrency: nobody else knows the rate");
        }
        if (paidCurrency == null) {
            throw InvalidRequest.of("paidCurrency", "must be stated beside paidAmount");
        }
        return Amounts.read("paidAmount", paidAmount, "paidCurrency", paidCurrency);
    }
}
