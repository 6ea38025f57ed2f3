package com.eindr.ledger.command;

import com.eindr.ledger.LedgerRefusal;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/**
 * What one party owes another.
 *
 * @param minor in minor units; 0 where it is the other way
 * @param held how much of it waits to be settled already
 */
record Owed(long minor, long held) {

    /** What can still be settled, or netted. */
    long free() {
        return Math.max(0, minor - held);
    }

    boolean covers(Money amount) {
        return amount.minor() > 0 && amount.minor() <= free();
    }

    /** @throws Refusal with what is owed, if so much is not free */
    void require(Money amount) {
        if (!covers(amount)) {
            throw refusal(amount.currency(), Map.of());
        }
    }

    /** Says that it is not enough. */
    Refusal refusal(Currency currency, Map<String, String> more) {
        Money owes = new Money(minor, currency);
        Money waits = new Money(held, currency);
        Map<String, String> facts = new HashMap<>(more);
        facts.put("owed", owes.text());
        facts.put("currency", currency.getCurrencyCode());
        facts.put("held", waits.text());
        return Refusal.of(
                        LedgerRefusal.MORE_THAN_IS_OWED,
                        held == 0
                                ? owes + " is owed."
                                : owes + " is owed, of which " + waits + " waits to be confirmed.")
                .with(facts);
    }
}
