package com.eindr.ledger.web;

import com.eindr.ledger.NettingCommand.ProposeNetting;
import com.eindr.ledger.NettingId;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import com.eindr.shared.web.ChosenId;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be owed less in a circle. */
@Schema(name = "NewNettingProposal")
record NewNetting(
        @Schema(description = "Chosen by the client, so that it can refer to the proposal before it is saved")
        @ChosenId
        @Nullable
        UUID id,

        @NotNull
        @Size(min = 3, max = 10)
        @ArraySchema(
                arraySchema =
                        @Schema(
                                description = "The userIds of everybody in the circle, you among them: each owes the"
                                        + " next, and the last owes the first",
                                example = "[\"ana\", \"ben\", \"cem\"]"),
                schema = @Schema(example = "ben"))
        List<@NotNull @Text(max = 128) String> parties,

        @Schema(
                description = "By which every line of the circle is to get smaller; by default as much as your own two"
                        + " lines allow",
                example = "20.00")
        @Nullable
        String amount,

        @NotNull @Schema(description = "ISO 4217", example = "PKR")
        String currency) {

    ProposeNetting command(UserId caller) {
        Currency known = Amounts.currency("currency", currency);
        return new ProposeNetting(
                new NettingId(id == null ? TimeOrderedUuid.next() : id),
                caller,
                parties.stream().map(UserId::new).toList(),
                amount == null ? null : Amounts.read("amount", amount, "currency", currency),
                known);
    }
}
