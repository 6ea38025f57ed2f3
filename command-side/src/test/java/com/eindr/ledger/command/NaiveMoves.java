package com.eindr.ledger.command;

import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtCommand.ReverseDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.DebtMoveCommand.AcceptDebtMove;
import com.eindr.ledger.DebtMoveCommand.DisputeDebtMove;
import com.eindr.ledger.DebtMoveCommand.ExpireDebtMove;
import com.eindr.ledger.DebtMoveCommand.ProposeDebtMove;
import com.eindr.ledger.DebtMoveCommand.WithdrawDebtMove;
import com.eindr.ledger.DebtMoveId;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of one person's debts with contacts and trusting friends once more, moves among them, in sums only. */
final class NaiveMoves {
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final Map<Line, Long> owed = new HashMap<>();
    private final Map<DebtId, Noted> debts = new HashMap<>();
    private final Map<DebtMoveId, Said> moves = new HashMap<>();

    /** What the other owes the person, or is owed where it is negative. */
    record Line(Party other, Currency currency) {}

    private static final class Noted {
        final RecordDebt said;
        boolean moved;
        boolean takenBack;

        Noted(RecordDebt said) {
            this.said = said;
        }
    }

    private static final class Said {
        final ProposeDebtMove said;
        final Map<Currency, Long> amounts;
        final Instant at;

        @Nullable
        String became;

        Said(ProposeDebtMove said, Map<Currency, Long> amounts, Instant at) {
            this.said = said;
            this.amounts = amounts;
            this.at = at;
        }

        Party contact() {
            return Party.contactOf(said.by(), said.contactName());
        }
    }

    /** What is owed and is not nothing. */
    Map<Line, Long> owed() {
        return owed;
    }

    /** Whether it may be; then it is done. */
    boolean allows(Object command, Instant now) {
        return switch (command) {
            case RecordDebt c -> record(c);
            case ReverseDebt c -> reverse(debts.get(c.debtId()));
            case ProposeSettlement c -> pay(c.counterparty(), c.amount());
            case ProposeDebtMove c -> propose(c, now);
            case AcceptDebtMove c -> accept(moves.get(c.moveId()), c, now);
            case DisputeDebtMove c ->
                end(moves.get(c.moveId()), isFriend(moves.get(c.moveId()), c.by()), "disputed", now);
            case WithdrawDebtMove c -> end(moves.get(c.moveId()), true, "withdrawn", now);
            case ExpireDebtMove c -> expire(moves.get(c.moveId()), now);
            default -> throw new IllegalArgumentException(command.toString());
        };
    }

    private boolean record(RecordDebt c) {
        if (debts.containsKey(c.debtId())) {
            return false;
        }
        debts.put(c.debtId(), new Noted(c));
        add(c.counterparty(), c.amount().currency(), signed(c));
        return true;
    }

    private boolean reverse(@Nullable Noted debt) {
        if (debt == null || (debt.moved && !debt.takenBack)) {
            return false;
        }
        if (!debt.takenBack) {
            debt.takenBack = true;
            add(debt.said.counterparty(), debt.said.amount().currency(), -signed(debt.said));
        }
        return true;
    }

    /** With a contact it counts at once, whoever of the two it was who paid. */
    private boolean pay(Party contact, Money amount) {
        long net = owed.getOrDefault(new Line(contact, amount.currency()), 0L);
        if (amount.minor() > Math.abs(net)) {
            return false;
        }
        add(contact, amount.currency(), net > 0 ? -amount.minor() : amount.minor());
        return true;
    }

    private boolean propose(ProposeDebtMove c, Instant now) {
        Party contact = Party.contactOf(c.by(), c.contactName());
        Map<Currency, Long> amounts = new HashMap<>();
        c.currencies().forEach(currency -> amounts.put(currency, net(contact, currency)));
        amounts.values().removeIf(minor -> minor == 0);
        if (moves.containsKey(c.moveId()) || amounts.isEmpty()) {
            return false;
        }
        moves.put(c.moveId(), new Said(c, amounts, now));
        return true;
    }

    private boolean accept(@Nullable Said move, AcceptDebtMove c, Instant now) {
        if (move == null || !isFriend(move, c.by())) {
            return false;
        }
        boolean asStated = move.amounts.entrySet().stream()
                .allMatch(stated -> net(move.contact(), stated.getKey()) == stated.getValue());
        if (move.became == null && isOpen(move, now) && asStated) {
            move.became = "accepted";
            move.amounts.forEach((currency, minor) -> {
                add(move.contact(), currency, -minor);
                add(Party.user(move.said.friend()), currency, minor);
            });
            debts.values().stream()
                    .filter(debt -> debt.said.counterparty().equals(move.contact()))
                    .filter(debt -> move.amounts.containsKey(debt.said.amount().currency()))
                    .forEach(debt -> debt.moved = true);
        }
        return Objects.equals(move.became, "accepted");
    }

    private static boolean end(@Nullable Said move, boolean theirs, String how, Instant now) {
        if (move == null || !theirs) {
            return false;
        }
        if (move.became == null && isOpen(move, now)) {
            move.became = how;
        }
        return Objects.equals(move.became, how);
    }

    /** Nobody is refused what a deadline orders. */
    private static boolean expire(@Nullable Said move, Instant now) {
        if (move != null && move.became == null && !isOpen(move, now)) {
            move.became = "expired";
        }
        return move != null;
    }

    private static boolean isFriend(@Nullable Said move, Object by) {
        return move != null && move.said.friend().equals(by);
    }

    private static boolean isOpen(Said move, Instant now) {
        return now.isBefore(move.at.plus(A_WEEK));
    }

    private static long signed(RecordDebt c) {
        return c.direction() == DebtDirection.OWED_TO_ME
                ? c.amount().minor()
                : -c.amount().minor();
    }

    private long net(Party other, Currency currency) {
        return owed.getOrDefault(new Line(other, currency), 0L);
    }

    private void add(Party other, Currency currency, long minor) {
        long sum = net(other, currency) + minor;
        if (sum == 0) {
            owed.remove(new Line(other, currency));
        } else {
            owed.put(new Line(other, currency), sum);
        }
    }
}
