package com.eindr.ledger.query;

import com.eindr.ledger.Party;
import com.eindr.ledger.query.Entry.Standing;
import com.eindr.shared.query.ArrayQuery;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** By how much one party's balance with another changes; added to the row of {@code ledger_balance}, whatever it is. */
record BalanceChange(Pair pair, long net, long unconfirmed, long disputed, long position) {
    private static final String ADD = """
        INSERT INTO ledger_balance AS b (user_id, contact, other_id, other_contact, currency, net, unconfirmed, disputed,
            changed_at)
        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
            ?::bigint[], ?::bigint[])
        ON CONFLICT (user_id, contact, other_id, other_contact, currency) DO UPDATE SET
            net = b.net + excluded.net, unconfirmed = b.unconfirmed + excluded.unconfirmed,
            disputed = b.disputed + excluded.disputed, changed_at = excluded.changed_at\
        """;

    /** Whose balance, with whom, in what. */
    record Pair(Party party, Party other, String currency) {}

    static Collection<BalanceChange> of(List<Entry> entries) {
        Map<Pair, BalanceChange> changes = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Pair pair = new Pair(
                    entry.party(), entry.other(), entry.amount().currency().getCurrencyCode());
            changes.merge(pair, of(pair, entry), BalanceChange::plus);
        }
        return changes.values();
    }

    static void add(Collection<BalanceChange> changes, ArrayQuery arrays) {
        if (!changes.isEmpty()) {
            arrays.update(
                    ADD,
                    ArrayQuery.values(
                            "text", changes, change -> change.pair().party().userId()),
                    ArrayQuery.values(
                            "text", changes, change -> change.pair().party().contact()),
                    ArrayQuery.values(
                            "text", changes, change -> change.pair().other().userId()),
                    ArrayQuery.values(
                            "text", changes, change -> change.pair().other().contact()),
                    ArrayQuery.values("text", changes, change -> change.pair().currency()),
                    ArrayQuery.values("bigint", changes, BalanceChange::net),
                    ArrayQuery.values("bigint", changes, BalanceChange::unconfirmed),
                    ArrayQuery.values("bigint", changes, BalanceChange::disputed),
                    ArrayQuery.values("bigint", changes, BalanceChange::position));
        }
    }

    private static BalanceChange of(Pair pair, Entry entry) {
        long minor = entry.amount().minor();
        return new BalanceChange(
                pair,
                entry.standing() == Standing.NET ? minor : 0,
                entry.standing() == Standing.UNCONFIRMED ? minor : 0,
                entry.standing() == Standing.DISPUTED ? minor : 0,
                entry.position());
    }

    private BalanceChange plus(BalanceChange later) {
        return new BalanceChange(
                pair,
                net + later.net,
                unconfirmed + later.unconfirmed,
                disputed + later.disputed,
                Math.max(position, later.position));
    }
}
