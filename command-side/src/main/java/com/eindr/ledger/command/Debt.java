package com.eindr.ledger.command;

import static com.eindr.ledger.command.Handling.now;
import static com.eindr.ledger.command.Handling.version;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.friendship.Permission;
import com.eindr.ledger.DebtCommand.AcceptDebt;
import com.eindr.ledger.DebtCommand.DisputeDebt;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtCommand.ReverseDebt;
import com.eindr.ledger.DebtEvent;
import com.eindr.ledger.DebtEvent.DebtAccepted;
import com.eindr.ledger.DebtEvent.DebtDisputed;
import com.eindr.ledger.DebtEvent.DebtRecorded;
import com.eindr.ledger.DebtEvent.DebtReversed;
import com.eindr.ledger.DebtEvent.DebtWithdrawn;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.DebtStatus;
import com.eindr.ledger.EntryCause;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One debt, from what somebody says to what both agree on. What counts is posted in the {@link PairAccount} of the two, in
 * the same commit.
 */
@Aggregate
class Debt {
    @AggregateIdentifier
    private DebtId debtId;

    private DebtRecorded recorded;
    private DebtStatus status = DebtStatus.UNCONFIRMED;

    /** Whether the counterparty has said yes themselves. */
    private boolean agreed;

    /** For the framework, which fills a new instance from the debt's events, the first of which sets every field. */
    @SuppressWarnings("NullAway.Init")
    Debt() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(RecordDebt command, Counterparties counterparties, PairAccounts accounts, Clock clock) {
        Instant now = now(clock);
        LedgerText.check("note", command.note());
        Occurrence occurrence = Occurrence.of(command.occurredOn(), command.zone(), now);
        Permission permission = counterparties.toRecord(command.by(), command.counterparty(), now);
        DebtRecorded fact = new DebtRecorded(
                command.debtId(),
                command.by(),
                command.counterparty(),
                command.direction(),
                command.amount(),
                command.note(),
                permission,
                occurrence.on(),
                occurrence.at(),
                now);
        if (fact.isAcceptedAtOnce()) {
            accounts.post(entry(fact, now));
        }
        apply(fact);
        if (fact.isAcceptedAtOnce()) {
            apply(new DebtAccepted(command.debtId(), command.by(), command.counterparty(), false, now));
        }
        return version();
    }

    @CommandHandler
    long handle(AcceptDebt command, Counterparties counterparties, PairAccounts accounts, Clock clock) {
        requireCounterparty(command.by());
        if (status != DebtStatus.ACCEPTED) {
            requireOpen();
            Instant now = now(clock);
            counterparties.toAccept(recorded.counterparty(), now);
            accounts.post(entry(recorded, now));
            apply(new DebtAccepted(debtId, recorded.recordedBy(), recorded.counterparty(), true, now));
        }
        return version();
    }

    @CommandHandler
    long handle(DisputeDebt command, PairAccounts accounts, Clock clock) {
        requireCounterparty(command.by());
        LedgerText.check("reason", command.reason());
        Instant now = now(clock);
        if (status != DebtStatus.DISPUTED) {
            if (status == DebtStatus.ACCEPTED && !agreed) {
                accounts.post(undoing(EntryCause.DISPUTE, now));
            } else {
                requireOpen();
            }
            apply(new DebtDisputed(debtId, recorded.recordedBy(), recorded.counterparty(), command.reason(), now));
        }
        return version();
    }

    @CommandHandler
    long handle(ReverseDebt command, PairAccounts accounts, Clock clock) {
        if (!command.by().equals(recorded.recordedBy())) {
            throw LedgerRefusal.DEBT_NOT_FOUND.refusal();
        }
        LedgerText.check("reason", command.reason());
        Instant now = now(clock);
        switch (status) {
            case ACCEPTED -> {
                accounts.reverse(undoing(EntryCause.REVERSAL, now), recorded.recordedAt());
                apply(new DebtReversed(debtId, recorded.recordedBy(), recorded.counterparty(), command.reason(), now));
            }
            case UNCONFIRMED, DISPUTED ->
                apply(new DebtWithdrawn(
                        debtId,
                        recorded.recordedBy(),
                        recorded.counterparty(),
                        recorded.isDelivered(),
                        command.reason(),
                        now));
            case WITHDRAWN, REVERSED -> {}
        }
        return version();
    }

    private static Posting entry(DebtRecorded fact, Instant now) {
        return new Posting(
                fact.debtor(),
                fact.creditor(),
                fact.amount(),
                EntryCause.DEBT,
                fact.debtId().value(),
                fact.occurredOn(),
                fact.occurredAt(),
                now);
    }

    private Posting undoing(EntryCause cause, Instant now) {
        return entry(recorded, now).undone(cause, now);
    }

    /** Whoever was never asked, the recorder included, is told that there is no such debt to answer. */
    private void requireCounterparty(UserId by) {
        if (!recorded.counterparty().isUser(by) || !recorded.isDelivered()) {
            throw LedgerRefusal.DEBT_NOT_FOUND.refusal();
        }
    }

    private void requireOpen() {
        if (status != DebtStatus.UNCONFIRMED && status != DebtStatus.DISPUTED) {
            throw LedgerRefusal.DEBT_SETTLED.refusal();
        }
    }

    @EventSourcingHandler
    void on(DebtEvent event) {
        switch (event) {
            case DebtRecorded fact -> {
                debtId = fact.debtId();
                recorded = fact;
            }
            case DebtAccepted accepted -> {
                status = DebtStatus.ACCEPTED;
                agreed = accepted.asked();
            }
            case DebtDisputed _ -> status = DebtStatus.DISPUTED;
            case DebtWithdrawn _ -> status = DebtStatus.WITHDRAWN;
            case DebtReversed _ -> status = DebtStatus.REVERSED;
        }
    }
}
