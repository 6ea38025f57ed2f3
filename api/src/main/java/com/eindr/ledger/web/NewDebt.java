package com.eindr.ledger.web;

import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import com.eindr.shared.web.ChosenId;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody says that somebody owes. */
@Schema(name = "NewDebt")
record NewDebt(
        @Schema(description = "Chosen by the client, so that it can refer to the debt before it is saved")
        @ChosenId
        @Nullable
        UUID id,

        @NotNull @Valid CounterpartyBody counterparty,
        @NotNull DebtDirection direction,

        @NotNull
        @Schema(
                description = "Digits, and a point before the minor units; no more of them than the currency has",
                example = "5000.00")
        String amount,

        @NotNull @Schema(description = "ISO 4217", example = "PKR")
        String currency,

        @Schema(example = "Rent for May") @Text(max = 1_000, lines = true) @Nullable
        String note,

        @Schema(description = "The day on which it came about, where you are; by default now") @Nullable
        LocalDate occurredOn) {

    RecordDebt command(UserId caller, ZoneId zone) {
        return new RecordDebt(
                new DebtId(id == null ? TimeOrderedUuid.next() : id),
                caller,
                counterparty.party(caller),
                direction,
                Amounts.read("amount", amount, "currency", currency),
                note,
                occurredOn,
                zone);
    }
}
