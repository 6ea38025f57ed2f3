package com.eindr.ledger.web;

import com.eindr.ledger.Party;
import com.eindr.shared.UserId;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** The other of two who owe each other something, in JSON: a user, or somebody whom the caller knows by name only. */
@Schema(name = "Counterparty", description = "A friend's userId, or the contactName of anybody: one of them")
record CounterpartyBody(
        @Schema(example = "ben") @Text(max = 128) @Nullable String userId,

        @Schema(example = "Cem from the bakery") @Text(max = 200) @Nullable
        String contactName) {

    static CounterpartyBody of(Party party) {
        return new CounterpartyBody(party.isUser() ? party.userId().value() : null, party.contactName());
    }

    /** Blanks at the ends of a name, and how its accents are encoded, do not make another contact. */
    Party party(UserId caller) {
        if (userId != null && contactName == null) {
            return Party.user(new UserId(userId));
        }
        if (contactName != null && userId == null) {
            return Party.contactOf(caller, Normalizer.normalize(contactName.strip(), Normalizer.Form.NFC));
        }
        throw InvalidRequest.of("counterparty", "name either userId or contactName");
    }
}
