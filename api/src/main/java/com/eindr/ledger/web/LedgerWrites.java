package com.eindr.ledger.web;

import com.eindr.ledger.DebtCommand;
import com.eindr.ledger.DebtEvent.DebtAccepted;
import com.eindr.ledger.DebtEvent.DebtDisputed;
import com.eindr.ledger.DebtEvent.DebtRecorded;
import com.eindr.ledger.DebtEvent.DebtReversed;
import com.eindr.ledger.DebtEvent.DebtWithdrawn;
import com.eindr.ledger.DebtMoveCommand;
import com.eindr.ledger.DebtMoveEvent.DebtMoveAccepted;
import com.eindr.ledger.DebtMoveEvent.DebtMoveDisputed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveProposed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveWithdrawn;
import com.eindr.ledger.DebtMoveStatus;
import com.eindr.ledger.DebtStatus;
import com.eindr.ledger.NettingCommand;
import com.eindr.ledger.NettingEvent.CircleNetted;
import com.eindr.ledger.NettingEvent.NettingApproved;
import com.eindr.ledger.NettingEvent.NettingLapsed;
import com.eindr.ledger.NettingEvent.NettingProposed;
import com.eindr.ledger.NettingEvent.NettingRejected;
import com.eindr.ledger.NettingEvent.NettingWithdrawn;
import com.eindr.ledger.NettingStatus;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.SettlementEvent.SettlementConfirmed;
import com.eindr.ledger.SettlementEvent.SettlementProposed;
import com.eindr.ledger.SettlementEvent.SettlementRejected;
import com.eindr.ledger.SettlementEvent.SettlementReversed;
import com.eindr.ledger.SettlementEvent.SettlementWithdrawn;
import com.eindr.ledger.SettlementStatus;
import com.eindr.ledger.web.LedgerWritten.Posting;
import com.eindr.shared.web.EntityTags;
import com.eindr.shared.web.Receipt;
import com.eindr.shared.web.Rehearsal;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends the commands of the ledger, or tries them where the caller only wants to know what would happen. */
@Component
class LedgerWrites {
    private final Writes writes;

    LedgerWrites(Writes writes) {
        this.writes = writes;
    }

    /** Makes something new: 201; or says what would come of it: 200. */
    ResponseEntity<LedgerWritten> create(String collection, Object command, WriteRequest write, boolean dryRun) {
        if (dryRun) {
            return rehearse(command, write);
        }
        Receipt receipt = writes.execute(command, write);
        return ResponseEntity.created(URI.create(collection + receipt.aggregateId()))
                .eTag(EntityTags.of(receipt.version()))
                .header(Writes.CONSISTENCY_TOKEN, writes.tokenOf(receipt.position()))
                .body(new LedgerWritten(
                        receipt.aggregateId(), receipt.version(), status(command, receipt), null, null));
    }

    /** Changes what is there, or says what would come of it: 200. */
    ResponseEntity<LedgerWritten> change(Object command, WriteRequest write, boolean dryRun) {
        if (dryRun) {
            return rehearse(command, write);
        }
        Receipt receipt = writes.execute(command, write);
        return ResponseEntity.ok()
                .eTag(EntityTags.of(receipt.version()))
                .header(Writes.CONSISTENCY_TOKEN, writes.tokenOf(receipt.position()))
                .body(new LedgerWritten(receipt.aggregateId(), receipt.version(), null, null, null));
    }

    private ResponseEntity<LedgerWritten> rehearse(Object command, WriteRequest write) {
        Rehearsal would = writes.rehearse(command, write);
        List<Posting> entries = would.events().stream()
                .filter(EntryPosted.class::isInstance)
                .map(event -> Posting.of((EntryPosted) event))
                .toList();
        Object last = would.events().isEmpty() ? command : would.events().getLast();
        return ResponseEntity.ok(new LedgerWritten(would.aggregateId(), would.version(), status(last), true, entries));
    }

    /** What counts at once is said and agreed in one commit, which makes two events of it. */
    private static String status(Object command, Receipt receipt) {
        boolean agreed = receipt.version() > 1;
        if (command instanceof DebtCommand) {
            return (agreed ? DebtStatus.ACCEPTED : DebtStatus.UNCONFIRMED).name();
        }
        if (command instanceof NettingCommand) {
            return NettingStatus.PROPOSED.name();
        }
        if (command instanceof DebtMoveCommand) {
            return DebtMoveStatus.PROPOSED.name();
        }
        return (agreed ? SettlementStatus.CONFIRMED : SettlementStatus.PROPOSED).name();
    }

    /** Null where nothing would change. */
    private static @Nullable String status(Object last) {
        Enum<?> status = switch (last) {
            case DebtRecorded _ -> DebtStatus.UNCONFIRMED;
            case DebtAccepted _ -> DebtStatus.ACCEPTED;
            case DebtDisputed _ -> DebtStatus.DISPUTED;
            case DebtWithdrawn _ -> DebtStatus.WITHDRAWN;
            case DebtReversed _ -> DebtStatus.REVERSED;
            case SettlementProposed _ -> SettlementStatus.PROPOSED;
            case SettlementConfirmed _ -> SettlementStatus.CONFIRMED;
            case SettlementRejected _ -> SettlementStatus.REJECTED;
            case SettlementWithdrawn _ -> SettlementStatus.WITHDRAWN;
            case SettlementReversed _ -> SettlementStatus.REVERSED;
            case NettingProposed _ -> NettingStatus.PROPOSED;
            case NettingApproved _ -> NettingStatus.PROPOSED;
            case CircleNetted _ -> NettingStatus.NETTED;
            case NettingLapsed _ -> NettingStatus.LAPSED;
            case NettingRejected _ -> NettingStatus.REJECTED;
            case NettingWithdrawn _ -> NettingStatus.WITHDRAWN;
            case DebtMoveProposed _ -> DebtMoveStatus.PROPOSED;
            case DebtMoveAccepted _ -> DebtMoveStatus.ACCEPTED;
            case DebtMoveDisputed _ -> DebtMoveStatus.DISPUTED;
            case DebtMoveWithdrawn _ -> DebtMoveStatus.WITHDRAWN;
            default -> null;
        };
        return status == null ? null : status.name();
    }
}
