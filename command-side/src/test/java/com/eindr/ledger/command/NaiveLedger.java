package com.eindr.ledger.command;

import com.eindr.ledger.DebtCommand.AcceptDebt;
import com.eindr.ledger.DebtCommand.DisputeDebt;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtCommand.ReverseDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementCommand.ConfirmSettlement;
import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.ledger.SettlementCommand.RejectSettlement;
import com.eindr.ledger.SettlementCommand.ReverseSettlement;
import com.eindr.ledger.SettlementCommand.WithdrawSettlement;
import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of the ledger once more, as plainly as they can be said: lists and sums, nothing kept beside them. */
final class NaiveLedger {
    private final UserId trusting;
    private final Map<Object, Owed> debts = new HashMap<>();
    private final Map<Object, Paid> settlements = new HashMap<>();

    /** @param trusting whose friends may record debts without asking */
    NaiveLedger(UserId trusting) {
        this.trusting = trusting;
    }

    private static final class Owed {
        final RecordDebt said;
        boolean counts;
        boolean agreed;
        boolean takenBack;

        Owed(RecordDebt said) {
            this.said = said;
        }
    }

    private static final class Paid {
        final ProposeSettlement said;
        final Party payer;

        @Nullable
        String became;

        Paid(ProposeSettlement said, Party payer) {
            this.said = said;
            this.payer = payer;
        }

        Party payee() {
            return payer.isUser(said.by()) ? said.counterparty() : Party.user(said.by());
        }
    }

    /** Whether it may be; then it is done. */
    boolean allows(Object command) {
        return switch (command) {
            case RecordDebt c -> record(c);
            case AcceptDebt c -> accept(debts.get(c.debtId()), c.by());
            case DisputeDebt c -> dispute(debts.get(c.debtId()), c.by());
            case ReverseDebt c -> reverse(debts.get(c.debtId()), c.by());
            case ProposeSettlement c -> propose(c);
            case ConfirmSettlement c -> confirm(settlements.get(c.settlementId()), c.by());
            case RejectSettlement c -> end(settlements.get(c.settlementId()), c.by(), true);
            case WithdrawSettlement c -> end(settlements.get(c.settlementId()), c.by(), false);
            case ReverseSettlement c -> reverse(settlements.get(c.settlementId()), c.by());
            default -> throw new IllegalArgumentException(command.toString());
        };
    }

    private boolean record(RecordDebt c) {
        if (c.counterparty().isUser(c.by()) || debts.containsKey(c.debtId())) {
            return false;
        }
        Owed debt = new Owed(c);
        debt.counts = !c.counterparty().isUser() || c.counterparty().isUser(trusting);
        debts.put(c.debtId(), debt);
        return true;
    }

    private static boolean accept(@Nullable Owed debt, UserId by) {
        if (debt == null || !debt.said.counterparty().isUser(by) || debt.takenBack) {
            return false;
        }
        if (!debt.counts) {
            debt.counts = true;
            debt.agreed = true;
        }
        return true;
    }

    private static boolean dispute(@Nullable Owed debt, UserId by) {
        if (debt == null || !debt.said.counterparty().isUser(by) || debt.takenBack || (debt.counts && debt.agreed)) {
            return false;
        }
        debt.counts = false;
        return true;
    }

    private static boolean reverse(@Nullable Owed debt, UserId by) {
        if (debt == null || !debt.said.by().equals(by)) {
            return false;
        }
        debt.counts = false;
        debt.takenBack = true;
        return true;
    }

    private boolean propose(ProposeSettlement c) {
        Party me = Party.user(c.by());
        if (c.counterparty().isUser(c.by()) || settlements.containsKey(c.settlementId())) {
            return false;
        }
        Currency currency = c.amount().currency();
        boolean othersWaits = settlements.values().stream()
                .anyMatch(paid -> paid.became == null
                        && paid.said.counterparty().equals(me)
                        && Party.user(paid.said.by()).equals(c.counterparty())
                        && paid.said.amount().currency().equals(currency));
        Party payer = owed(me, c.counterparty(), currency) > 0 ? c.counterparty() : me;
        Paid paid = new Paid(c, payer);
        long held = settlements.values().stream()
                .filter(other -> other.became == null
                        && other.payer.equals(payer)
                        && other.payee().equals(paid.payee())
                        && other.said.amount().currency().equals(currency))
                .mapToLong(other -> other.said.amount().minor())
                .sum();
        if (othersWaits || c.amount().minor() > owed(paid.payee(), payer, currency) - held) {
            return false;
        }
        settlements.put(c.settlementId(), paid);
        paid.became = c.counterparty().isUser() ? null : "confirmed";
        return true;
    }

    private static boolean reverse(@Nullable Paid paid, UserId by) {
        if (paid == null
                || !paid.said.by().equals(by)
                || paid.said.counterparty().isUser()) {
            return false;
        }
        paid.became = "reversed";
        return true;
    }

    private boolean confirm(@Nullable Paid paid, UserId by) {
        if (paid == null || !paid.said.counterparty().isUser(by)) {
            return false;
        }
        if (paid.became == null
                && paid.said.amount().minor()
                        <= owed(paid.payee(), paid.payer, paid.said.amount().currency())) {
            paid.became = "confirmed";
        }
        return Objects.equals(paid.became, "confirmed");
    }

    private static boolean end(@Nullable Paid paid, UserId by, boolean rejects) {
        if (paid == null
                || !(rejects
                        ? paid.said.counterparty().isUser(by)
                        : paid.said.by().equals(by))) {
            return false;
        }
        String how = rejects ? "rejected" : "withdrawn";
        if (paid.became == null) {
            paid.became = how;
        }
        return Objects.equals(paid.became, how);
    }

    private long owed(Party creditor, Party debtor, Currency currency) {
        return balances().getOrDefault(key(creditor, debtor, currency), 0L);
    }

    Map<String, Long> balances() {
        Map<String, Long> balances = new HashMap<>();
        for (Owed debt : debts.values()) {
            if (debt.counts) {
                Money amount = debt.said.amount();
                boolean lent = debt.said.direction() == DebtDirection.OWED_TO_ME;
                add(
                        balances,
                        Party.user(debt.said.by()),
                        debt.said.counterparty(),
                        amount.currency(),
                        lent ? amount.minor() : -amount.minor());
            }
        }
        for (Paid paid : settlements.values()) {
            if (Objects.equals(paid.became, "confirmed")) {
                Money amount = paid.said.amount();
                add(balances, paid.payer, paid.payee(), amount.currency(), amount.minor());
            }
        }
        return balances;
    }

    /** Both sides; what comes to nothing is left out. */
    static void add(Map<String, Long> balances, Party creditor, Party debtor, Currency currency, long minor) {
        balances.merge(key(creditor, debtor, currency), minor, NaiveLedger::sum);
        balances.merge(key(debtor, creditor, currency), -minor, NaiveLedger::sum);
    }

    private static @Nullable Long sum(Long one, Long other) {
        return one + other == 0 ? null : one + other;
    }

    private static String key(Party party, Party other, Currency currency) {
        return currency + " " + party.userId() + party.contact() + " " + other.userId() + other.contact();
    }
}
