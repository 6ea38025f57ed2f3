package com.eindr.ledger.command;

import static java.util.Objects.requireNonNull;

import com.eindr.ledger.PairAccountId;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What two parties owe each other, in plain values. Not a fact: it may be thrown away at any time. Raise the revision
 * whenever the form changes, and also when events come to mean something else to {@link PairAccount}.
 *
 * @param owedToFirst in minor units; negative where the first one owes
 * @param movedAt when what was owed with a contact was moved to a friend the last time; null for never
 */
@Revision("2")
record PairAccountSnapshot(
        PairAccountId accountId,
        Party first,
        long owedToFirst,
        List<Hold> holds,
        @Nullable Instant movedAt) {
    PairAccountSnapshot {
        requireNonNull(accountId, "accountId");
        requireNonNull(first, "first");
        holds = List.copyOf(holds);
    }

    /**
     * What is put aside for a settlement.
     *
     * @param minor in minor units
     */
    record Hold(SettlementId settlementId, UserId proposedBy, Party payer, long minor) {
        Hold {
            requireNonNull(settlementId, "settlementId");
            requireNonNull(proposedBy, "proposedBy");
            requireNonNull(payer, "payer");
        }
    }
}
