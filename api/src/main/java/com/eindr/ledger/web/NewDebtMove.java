package com.eindr.ledger.web;

import com.eindr.ledger.DebtMoveCommand.ProposeDebtMove;
import com.eindr.ledger.DebtMoveId;
import com.eindr.ledger.Party;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import com.eindr.shared.web.ChosenId;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which contact was a friend all along. */
@Schema(name = "NewDebtMove")
record NewDebtMove(
        @Schema(description = "Chosen by the client, so that it can refer to the move before it is saved")
        @ChosenId
        @Nullable
        UUID id,

        @NotNull
        @Text(max = 200)
        @Schema(description = "As in the debts that you recorded with them", example = "Ben from the bakery")
        String contactName,

        @NotNull @Text(max = 128) @Schema(description = "The friend's userId", example = "ben")
        String userId,

        @Size(min = 1, max = 50)
        @ArraySchema(
                arraySchema =
                        @Schema(
                                description = "The currencies to move, ISO 4217; by default all in which GET"
                                        + " /ledger/balances says that something is owed with the contact",
                                example = "[\"PKR\"]"),
                schema = @Schema(example = "PKR"))
        @Nullable
        List<@NotNull String> currencies) {

    Party contact(UserId caller) {
        return new CounterpartyBody(null, contactName).party(caller);
    }

    /** Null where the caller leaves it to what is shown to be owed. */
    @Nullable
    Set<Currency> named() {
        if (currencies == null) {
            return null;
        }
        Set<Currency> named = new HashSet<>();
        currencies.forEach(code -> named.add(Amounts.currency("currencies", code)));
        return named;
    }

    ProposeDebtMove command(Party contact, Set<Currency> moved) {
        return new ProposeDebtMove(
                new DebtMoveId(id == null ? TimeOrderedUuid.next() : id),
                contact.userId(),
                contact.contact(),
                new UserId(userId),
                moved);
    }
}
