package com.eindr.ledger;

import com.eindr.shared.Money;

/**
 * What is owed between the person who asks and one counterparty in one currency; positive is owed to the person.
 *
 * @param net accepted debts less what was settled
 * @param unconfirmed what one of the two has said and the other has not answered
 * @param disputed what one of the two has said and the other denies
 */
public record BalanceView(Party counterparty, Money net, Money unconfirmed, Money disputed) {}
