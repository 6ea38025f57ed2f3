package com.eindr.ledger.command;

import static com.eindr.ledger.command.Handling.now;
import static com.eindr.ledger.command.Handling.version;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.friendship.Permission;
import com.eindr.ledger.DebtMoveCommand.AcceptDebtMove;
import com.eindr.ledger.DebtMoveCommand.DisputeDebtMove;
import com.eindr.ledger.DebtMoveCommand.EndDebtMove;
import com.eindr.ledger.DebtMoveCommand.ExpireDebtMove;
import com.eindr.ledger.DebtMoveCommand.ProposeDebtMove;
import com.eindr.ledger.DebtMoveCommand.WithdrawDebtMove;
import com.eindr.ledger.DebtMoveEvent;
import com.eindr.ledger.DebtMoveEvent.DebtMoveAccepted;
import com.eindr.ledger.DebtMoveEvent.DebtMoveDisputed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveExpired;
import com.eindr.ledger.DebtMoveEvent.DebtMoveProposed;
import com.eindr.ledger.DebtMoveEvent.DebtMoveWithdrawn;
import com.eindr.ledger.DebtMoveId;
import com.eindr.ledger.DebtMoveStatus;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.Party;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * Somebody says that a contact of theirs is a friend. Where the friend agrees, what is owed with the contact is undone by
 * entries the other way and owed with the friend, in one commit. Nothing is put aside for it, and nothing that was recorded
 * is rewritten: the friend accepts what they were shown, or is told that it is so no more.
 */
@Aggregate
class DebtMove {
    @AggregateIdentifier
    private DebtMoveId moveId;

    private DebtMoveProposed proposed;
    private DebtMoveStatus status = DebtMoveStatus.PROPOSED;

    /** For the framework, which fills a new instance from the move's events, the first of which sets every field. */
    @SuppressWarnings("NullAway.Init")
    DebtMove() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(
            ProposeDebtMove command,
            Counterparties counterparties,
            PairAccounts accounts,
            MovePolicy policy,
            Clock clock) {
        Instant now = now(clock);
        Party contact = Party.contactOf(command.by(), command.contactName());
        Permission permission = counterparties.toMove(command.by(), command.friend(), now);
        apply(new DebtMoveProposed(
                command.moveId(),
                command.by(),
                contact,
                command.friend(),
                permission,
                new ContactBalances(accounts, contact).in(command.currencies()),
                now.plus(policy.expireAfter()),
                now));
        return version();
    }

    @CommandHandler
    long handle(AcceptDebtMove command, Counterparties counterparties, PairAccounts accounts, Clock clock) {
        requireFriend(command.by());
        if (status != DebtMoveStatus.ACCEPTED) {
            Instant now = now(clock);
            requireOpen(now);
            if (!counterparties.mayAcceptFrom(proposed.proposedBy(), command.by(), now)) {
                throw LedgerRefusal.MOVE_CLOSED.refusal();
            }
            ContactBalances contact = new ContactBalances(accounts, proposed.contact());
            contact.require(proposed.balances());
            contact.move(proposed.balances(), proposed.friend(), moveId, LocalDate.ofInstant(now, command.zone()), now);
            apply(new DebtMoveAccepted(moveId, proposed.proposedBy(), proposed.friend(), now));
        }
        return version();
    }

    @CommandHandler
    long handle(DisputeDebtMove command, Clock clock) {
        requireFriend(command.by());
        LedgerText.check("reason", command.reason());
        if (status != DebtMoveStatus.DISPUTED) {
            Instant now = now(clock);
            requireOpen(now);
            apply(new DebtMoveDisputed(moveId, proposed.proposedBy(), proposed.friend(), command.reason(), now));
        }
        return version();
    }

    @CommandHandler
    long handle(WithdrawDebtMove command, Clock clock) {
        if (!command.by().equals(proposed.proposedBy())) {
            throw LedgerRefusal.MOVE_NOT_FOUND.refusal();
        }
        if (status != DebtMoveStatus.WITHDRAWN) {
            Instant now = now(clock);
            requireOpen(now);
            withdraw(true, now);
        }
        return version();
    }

    @CommandHandler
    void handle(EndDebtMove command, Clock clock) {
        if (status == DebtMoveStatus.PROPOSED) {
            withdraw(false, now(clock));
        }
    }

    @CommandHandler
    void handle(ExpireDebtMove command, Clock clock) {
        Instant now = now(clock);
        if (status == DebtMoveStatus.PROPOSED && !isBeforeExpiry(now)) {
            apply(new DebtMoveExpired(moveId, proposed.proposedBy(), proposed.friend(), proposed.delivered(), now));
        }
    }

    private void withdraw(boolean byProposer, Instant now) {
        apply(new DebtMoveWithdrawn(
                moveId, proposed.proposedBy(), proposed.friend(), proposed.delivered(), byProposer, now));
    }

    /** Whoever was never asked, the proposer included, is told that there is nothing to answer. */
    private void requireFriend(UserId by) {
        if (!by.equals(proposed.friend()) || !proposed.delivered()) {
            throw LedgerRefusal.MOVE_NOT_FOUND.refusal();
        }
    }

    private void requireOpen(Instant now) {
        if (status != DebtMoveStatus.PROPOSED || !isBeforeExpiry(now)) {
            throw LedgerRefusal.MOVE_CLOSED.refusal();
        }
    }

    /** Its time is over when it is over, and not when the deadline gets round to it. */
    private boolean isBeforeExpiry(Instant now) {
        return now.isBefore(proposed.expiresAt());
    }

    @EventSourcingHandler
    void on(DebtMoveEvent event) {
        switch (event) {
            case DebtMoveProposed fact -> {
                moveId = fact.moveId();
                proposed = fact;
            }
            case DebtMoveAccepted _ -> status = DebtMoveStatus.ACCEPTED;
            case DebtMoveDisputed _ -> status = DebtMoveStatus.DISPUTED;
            case DebtMoveWithdrawn _ -> status = DebtMoveStatus.WITHDRAWN;
            case DebtMoveExpired _ -> status = DebtMoveStatus.EXPIRED;
        }
    }
}
