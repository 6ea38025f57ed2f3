package com.eindr.ledger.command;

import static com.eindr.ledger.command.Handling.now;
import static com.eindr.ledger.command.Handling.version;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.NettingCommand.ApproveNetting;
import com.eindr.ledger.NettingCommand.ExpireNetting;
import com.eindr.ledger.NettingCommand.NudgeNetting;
import com.eindr.ledger.NettingCommand.ProposeNetting;
import com.eindr.ledger.NettingCommand.RejectNetting;
import com.eindr.ledger.NettingCommand.WithdrawNetting;
import com.eindr.ledger.NettingEvent;
import com.eindr.ledger.NettingEvent.CircleNetted;
import com.eindr.ledger.NettingEvent.NettingApproved;
import com.eindr.ledger.NettingEvent.NettingExpired;
import com.eindr.ledger.NettingEvent.NettingLapsed;
import com.eindr.ledger.NettingEvent.NettingNudged;
import com.eindr.ledger.NettingEvent.NettingProposed;
import com.eindr.ledger.NettingEvent.NettingRejected;
import com.eindr.ledger.NettingEvent.NettingWithdrawn;
import com.eindr.ledger.NettingId;
import com.eindr.ledger.NettingStatus;
import com.eindr.ledger.NettingTerms;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that everybody in a circle of friends owes so much less. Nothing is put aside for it: what two of them owe each
 * other is theirs to settle meanwhile. The last approval asks all their {@link PairAccount}s, and posts one entry in each or
 * none at all, in the commit of the approval. Whoever is asked is asked about their own two lines only, before and now.
 */
@Aggregate
class Netting {
    private static final int FEWEST = 3;
    private static final int MOST = 10;

    @AggregateIdentifier
    private NettingId nettingId;

    private NettingProposed proposed;
    private NettingStatus status = NettingStatus.PROPOSED;
    private final Set<UserId> approved = new HashSet<>();
    private @Nullable UserId rejectedBy;
    private int nudges;

    /** For the framework, which fills a new instance from the proposal's events, the first of which sets every field. */
    @SuppressWarnings("NullAway.Init")
    Netting() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(ProposeNetting command, Circles circles, PairAccounts accounts, NettingPolicy policy, Clock clock) {
        Instant now = now(clock);
        UserId by = command.by();
        List<UserId> parties = command.parties();
        requireCircle(by, parties);
        boolean delivered = circles.toPropose(by, parties, now);
        CircleLines lines = new CircleLines(accounts, parties, command.currency());
        Money amount = command.amount() == null
                ? new Money(Math.min(Money.MOST, lines.freeOf(by)), command.currency())
                : command.amount();
        requireAmount(amount, command);
        lines.require(by, amount);
        apply(new NettingProposed(
                command.nettingId(),
                new NettingTerms(by, parties, amount, delivered),
                policy.nudgesAfter().stream().map(now::plus).toList(),
                now.plus(policy.expireAfter()),
                now));
        return version();
    }

    @CommandHandler
    long handle(ApproveNetting command, Circles circles, PairAccounts accounts, Clock clock) {
        UserId by = command.by();
        requireParty(by);
        if (approved.contains(by) && (status == NettingStatus.PROPOSED || status == NettingStatus.NETTED)) {
            return version();
        }
        Instant now = now(clock);
        requireOpen(now);
        NettingTerms terms = proposed.terms();
        CircleLines lines =
                new CircleLines(accounts, terms.parties(), terms.amount().currency());
        boolean last = approved.size() == terms.parties().size() - 1;
        boolean friends = !last || circles.areFriends(terms.parties());
        lines.require(by, terms.amount());
        boolean takesEffect = last && friends && lines.cover(terms.amount());
        if (takesEffect) {
            lines.post(terms.amount(), nettingId, LocalDate.ofInstant(now, command.zone()), now);
        }
        NettingId id = nettingId;
        apply(new NettingApproved(id, terms, by, now));
        if (last) {
            apply(takesEffect ? new CircleNetted(id, terms, now) : new NettingLapsed(id, terms, now));
        }
        return version();
    }

    @CommandHandler
    long handle(RejectNetting command, Clock clock) {
        UserId by = command.by();
        requireParty(by);
        if (by.equals(proposed.terms().proposedBy())) {
            throw LedgerRefusal.NETTING_NOT_FOUND.refusal();
        }
        if (!by.equals(rejectedBy)) {
            Instant now = now(clock);
            requireOpen(now);
            apply(new NettingRejected(nettingId, proposed.terms(), by, now));
        }
        return version();
    }

    @CommandHandler
    long handle(WithdrawNetting command, Clock clock) {
        if (!command.by().equals(proposed.terms().proposedBy())) {
            throw LedgerRefusal.NETTING_NOT_FOUND.refusal();
        }
        if (status != NettingStatus.WITHDRAWN) {
            Instant now = now(clock);
            requireOpen(now);
            apply(new NettingWithdrawn(nettingId, proposed.terms(), now));
        }
        return version();
    }

    @CommandHandler
    void handle(NudgeNetting command, Clock clock) {
        Instant now = now(clock);
        if (isOpen(now) && command.number() > nudges) {
            List<UserId> awaited = proposed.terms().parties().stream()
                    .filter(party -> !approved.contains(party))
                    .toList();
            apply(new NettingNudged(nettingId, proposed.terms(), awaited, command.number(), now));
        }
    }

    @CommandHandler
    void handle(ExpireNetting command, Clock clock) {
        Instant now = now(clock);
        if (status == NettingStatus.PROPOSED && !isOpen(now)) {
            apply(new NettingExpired(nettingId, proposed.terms(), now));
        }
    }

    private static void requireCircle(UserId by, List<UserId> parties) {
        String wrong = null;
        if (parties.size() < FEWEST || parties.size() > MOST) {
            wrong = "must be " + FEWEST + " to " + MOST + " people";
        } else if (new HashSet<>(parties).size() < parties.size()) {
            wrong = "must name everybody once";
        } else if (!parties.contains(by)) {
            wrong = "must have you among them";
        }
        if (wrong != null) {
            throw Refusal.ofField(LedgerRefusal.INVALID_CIRCLE, "parties", wrong);
        }
    }

    /** That it is more than is owed is said by what is owed. */
    private static void requireAmount(Money amount, ProposeNetting command) {
        if (command.amount() != null
                && (!amount.isPositive()
                        || amount.minor() > Money.MOST
                        || !amount.currency().equals(command.currency()))) {
            throw Refusal.ofField(LedgerRefusal.INVALID_AMOUNT, "amount", "must be more than zero");
        }
    }

    /** Whoever was never asked is told that there is nothing to answer. */
    private void requireParty(UserId by) {
        NettingTerms terms = proposed.terms();
        if (!terms.isSeenBy(by)) {
            throw LedgerRefusal.NETTING_NOT_FOUND.refusal();
        }
    }

    private void requireOpen(Instant now) {
        if (!isOpen(now)) {
            throw LedgerRefusal.NETTING_CLOSED.refusal();
        }
    }

    /** Its time is over when it is over, and not when the deadline gets round to it. */
    private boolean isOpen(Instant now) {
        return status == NettingStatus.PROPOSED && now.isBefore(proposed.expiresAt());
    }

    @EventSourcingHandler
    void on(NettingEvent event) {
        switch (event) {
            case NettingProposed fact -> {
                nettingId = fact.nettingId();
                proposed = fact;
                approved.add(fact.terms().proposedBy());
            }
            case NettingApproved fact -> approved.add(fact.by());
            case NettingNudged nudged -> nudges = nudged.number();
            case CircleNetted _ -> status = NettingStatus.NETTED;
            case NettingRejected rejected -> {
                status = NettingStatus.REJECTED;
                rejectedBy = rejected.by();
            }
            case NettingWithdrawn _ -> status = NettingStatus.WITHDRAWN;
            case NettingExpired _ -> status = NettingStatus.EXPIRED;
            case NettingLapsed _ -> status = NettingStatus.LAPSED;
        }
    }
}
