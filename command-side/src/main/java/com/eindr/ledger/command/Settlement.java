package com.eindr.ledger.command;

import static com.eindr.ledger.command.Handling.now;
import static com.eindr.ledger.command.Handling.version;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.ledger.EntryCause;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementCommand.ConfirmSettlement;
import com.eindr.ledger.SettlementCommand.ExpireSettlement;
import com.eindr.ledger.SettlementCommand.NudgeSettlement;
import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.ledger.SettlementCommand.RejectSettlement;
import com.eindr.ledger.SettlementCommand.ReverseSettlement;
import com.eindr.ledger.SettlementCommand.WithdrawSettlement;
import com.eindr.ledger.SettlementEvent;
import com.eindr.ledger.SettlementEvent.SettlementConfirmed;
import com.eindr.ledger.SettlementEvent.SettlementExpired;
import com.eindr.ledger.SettlementEvent.SettlementNudged;
import com.eindr.ledger.SettlementEvent.SettlementProposed;
import com.eindr.ledger.SettlementEvent.SettlementRejected;
import com.eindr.ledger.SettlementEvent.SettlementReversed;
import com.eindr.ledger.SettlementEvent.SettlementWithdrawn;
import com.eindr.ledger.SettlementId;
import com.eindr.ledger.SettlementStatus;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A payment that somebody says was made. What it would settle is put aside in the {@link PairAccount} until the other
 * answers, and whether it is still owed is asked once more when they confirm it. Silence never confirms. What was settled
 * with a mere contact, whom nobody asks, its recorder can undo.
 */
@Aggregate
class Settlement {
    @AggregateIdentifier
    private SettlementId settlementId;

    private SettlementProposed proposed;
    private SettlementStatus status = SettlementStatus.PROPOSED;
    private int nudges;

    /** For the framework, which fills a new instance from the settlement's events, the first of which sets every field. */
    @SuppressWarnings("NullAway.Init")
    Settlement() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(
            ProposeSettlement command,
            Counterparties counterparties,
            PairAccounts accounts,
            LedgerPolicy policy,
            Clock clock) {
        Instant now = now(clock);
        Party me = Party.user(command.by());
        Party other = command.counterparty();
        Money amount = command.amount();
        requirePayable(amount, command.paid());
        counterparties.toSettle(command.by(), other, () -> accounts.isOwed(me, other, amount));
        boolean asked = other.isUser();
        SettlementProposed fact = new SettlementProposed(
                command.settlementId(),
                command.by(),
                other,
                accounts.debtor(me, other, amount),
                amount,
                command.paid(),
                LocalDate.ofInstant(now, command.zone()),
                asked ? policy.nudgesAfter().stream().map(now::plus).toList() : List.of(),
                asked ? now.plus(policy.settlementsExpireAfter()) : null,
                now);
        if (asked) {
            accounts.hold(fact.settlementId(), command.by(), fact.payer(), fact.payee(), amount);
            apply(fact);
        } else {
            accounts.settle(payment(fact, now));
            apply(fact);
            apply(new SettlementConfirmed(fact.settlementId(), command.by(), other, false, now));
        }
        return version();
    }

    @CommandHandler
    long handle(ConfirmSettlement command, PairAccounts accounts, Clock clock) {
        requireCounterparty(command.by());
        if (status != SettlementStatus.CONFIRMED) {
            Instant now = now(clock);
            requireOpen(now);
            accounts.settle(payment(proposed, now));
            apply(new SettlementConfirmed(settlementId, proposed.proposedBy(), proposed.counterparty(), true, now));
        }
        return version();
    }

    @CommandHandler
    long handle(RejectSettlement command, PairAccounts accounts, Clock clock) {
        requireCounterparty(command.by());
        if (status != SettlementStatus.REJECTED) {
            Instant now = now(clock);
            requireOpen(now);
            release(accounts);
            apply(new SettlementRejected(settlementId, proposed.proposedBy(), proposed.counterparty(), now));
        }
        return version();
    }

    @CommandHandler
    long handle(WithdrawSettlement command, PairAccounts accounts, Clock clock) {
        if (!command.by().equals(proposed.proposedBy())) {
            throw LedgerRefusal.SETTLEMENT_NOT_FOUND.refusal();
        }
        if (status != SettlementStatus.WITHDRAWN) {
            Instant now = now(clock);
            requireOpen(now);
            release(accounts);
            apply(new SettlementWithdrawn(settlementId, proposed.proposedBy(), proposed.counterparty(), now));
        }
        return version();
    }

    @CommandHandler
    long handle(ReverseSettlement command, PairAccounts accounts, Clock clock) {
        if (!command.by().equals(proposed.proposedBy())) {
            throw LedgerRefusal.SETTLEMENT_NOT_FOUND.refusal();
        }
        if (proposed.counterparty().isUser()) {
            throw LedgerRefusal.SETTLEMENT_OF_TWO.refusal();
        }
        LedgerText.check("reason", command.reason());
        if (status != SettlementStatus.REVERSED) {
            Instant now = now(clock);
            accounts.reverse(payment(proposed, now).undone(EntryCause.SETTLEMENT_REVERSAL, now), proposed.proposedAt());
            apply(new SettlementReversed(
                    settlementId, proposed.proposedBy(), proposed.counterparty(), command.reason(), now));
        }
        return version();
    }

    @CommandHandler
    void handle(NudgeSettlement command, Clock clock) {
        Instant now = now(clock);
        if (status == SettlementStatus.PROPOSED && command.number() > nudges && isBeforeExpiry(now)) {
            apply(new SettlementNudged(
                    settlementId, proposed.proposedBy(), proposed.counterparty(), command.number(), now));
        }
    }

    @CommandHandler
    void handle(ExpireSettlement command, PairAccounts accounts, Clock clock) {
        Instant now = now(clock);
        if (status == SettlementStatus.PROPOSED && !isBeforeExpiry(now)) {
            release(accounts);
            apply(new SettlementExpired(settlementId, proposed.proposedBy(), proposed.counterparty(), now));
        }
    }

    private void release(PairAccounts accounts) {
        accounts.release(settlementId, proposed.payer(), proposed.payee(), proposed.amount());
    }

    /** The payee owes the payer what was paid, which takes it from what the payer owes. It counts from the proposal on. */
    private static Posting payment(SettlementProposed fact, Instant now) {
        return new Posting(
                fact.payee(),
                fact.payer(),
                fact.amount(),
                EntryCause.SETTLEMENT,
                fact.settlementId().value(),
                fact.paidOn(),
                fact.proposedAt(),
                now);
    }

    private static void requirePayable(Money amount, @Nullable Money paid) {
        if (!amount.isPositive() || amount.minor() > Money.MOST) {
            throw Refusal.ofField(LedgerRefusal.INVALID_AMOUNT, "amount", "must be more than zero");
        }
        if (paid != null && (!paid.isPositive() || paid.currency().equals(amount.currency()))) {
            throw Refusal.ofField(
                    LedgerRefusal.INVALID_AMOUNT, "paidCurrency", "must be another currency than the debt's");
        }
    }

    private void requireCounterparty(UserId by) {
        if (!proposed.counterparty().isUser(by)) {
            throw LedgerRefusal.SETTLEMENT_NOT_FOUND.refusal();
        }
    }

    /** Its time is over when it is over, and not when the deadline gets round to it. */
    private void requireOpen(Instant now) {
        if (status != SettlementStatus.PROPOSED || !isBeforeExpiry(now)) {
            throw LedgerRefusal.SETTLEMENT_CLOSED.refusal();
        }
    }

    private boolean isBeforeExpiry(Instant now) {
        Instant expiry = proposed.expiresAt();
        return expiry == null || now.isBefore(expiry);
    }

    @EventSourcingHandler
    void on(SettlementEvent event) {
        switch (event) {
            case SettlementProposed fact -> {
                settlementId = fact.settlementId();
                proposed = fact;
            }
            case SettlementNudged nudged -> nudges = nudged.number();
            case SettlementConfirmed _ -> status = SettlementStatus.CONFIRMED;
            case SettlementRejected _ -> status = SettlementStatus.REJECTED;
            case SettlementWithdrawn _ -> status = SettlementStatus.WITHDRAWN;
            case SettlementExpired _ -> status = SettlementStatus.EXPIRED;
            case SettlementReversed _ -> status = SettlementStatus.REVERSED;
        }
    }
}
