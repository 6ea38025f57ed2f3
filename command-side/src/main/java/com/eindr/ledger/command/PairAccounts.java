package com.eindr.ledger.command;

import com.eindr.ledger.PairAccountId;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import com.eindr.shared.command.Repositories;
import java.time.Instant;
import java.util.Currency;
import org.axonframework.modelling.command.Aggregate;

/** Every {@link PairAccount}, for the command handlers of debts, settlements, nettings and moves. All of it is one commit. */
public final class PairAccounts {
    private final Repositories repositories;

    public PairAccounts(Repositories repositories) {
        this.repositories = repositories;
    }

    void post(Posting posting) {
        account(posting.accountId()).execute(account -> account.post(posting));
    }

    /**
     * @param since when what it undoes was recorded
     * @throws Refusal if that was moved to a friend meanwhile
     */
    void reverse(Posting posting, Instant since) {
        account(posting.accountId()).execute(account -> account.reverse(posting, since));
    }

    /** @throws Refusal if more would be paid than is owed */
    void settle(Posting payment) {
        account(payment.accountId()).execute(account -> account.settle(payment));
    }

    /** Whether either of the two owes the other anything in the currency of the amount. */
    boolean isOwed(Party one, Party other, Money amount) {
        return account(one, other, amount).invoke(PairAccount::isOwed);
    }

    /** What the other owes the one, in minor units; negative where it is the other way. */
    long balance(Party one, Party other, Currency currency) {
        return account(PairAccountId.of(one, other, currency)).invoke(account -> account.owedTo(one));
    }

    /** What the debtor owes the creditor, who are named as they stand to each other; nothing where it is the other way. */
    Owed owed(Party debtor, Party creditor, Currency currency) {
        return account(PairAccountId.of(debtor, creditor, currency)).invoke(account -> account.owed(debtor));
    }

    /** Who of the two owes the other; the one who asks where nobody does. */
    Party debtor(Party one, Party other, Money amount) {
        return account(one, other, amount).invoke(account -> account.debtor(one, other));
    }

    /** @throws Refusal if more is put aside than is owed, or if the other's settlement is to be answered first */
    void hold(SettlementId settlement, UserId by, Party payer, Party payee, Money amount) {
        account(payer, payee, amount).execute(account -> account.hold(settlement, by, payer, amount));
    }

    void release(SettlementId settlement, Party payer, Party payee, Money amount) {
        account(payer, payee, amount).execute(account -> account.release(settlement));
    }

    private Aggregate<PairAccount> account(Party one, Party other, Money amount) {
        return account(PairAccountId.of(one, other, amount.currency()));
    }

    private Aggregate<PairAccount> account(PairAccountId id) {
        return repositories.loadOrCreate(PairAccount.class, id, PairAccount::new);
    }
}
