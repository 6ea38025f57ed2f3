package com.eindr.ledger.query;

import com.eindr.ledger.BalanceView;
import com.eindr.ledger.LedgerQuery.BalancesOf;
import com.eindr.ledger.LedgerQuery.PastBalancesOf;
import com.eindr.shared.Money;
import com.eindr.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Answers what is owed, now and at any moment in the past. Now is a sum that is kept; the past is added up from entries. */
@Component
final class Balances {
    private static final String NOW = """
        SELECT other_id, other_contact, currency, net, unconfirmed, disputed FROM ledger_balance
        WHERE user_id = ? AND contact = '' ORDER BY other_contact, other_id, currency\
        """;

    private static final String THEN = """
        SELECT other_id, other_contact, currency,
               coalesce(sum(amount) FILTER (WHERE standing = 'NET'), 0)::bigint AS net,
               coalesce(sum(amount) FILTER (WHERE standing = 'UNCONFIRMED'), 0)::bigint AS unconfirmed,
               coalesce(sum(amount) FILTER (WHERE standing = 'DISPUTED'), 0)::bigint AS disputed
        FROM ledger_entry WHERE user_id = ? AND contact = ''\
        """;

    private final JdbcOperations jdbc;

    Balances(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Slice<BalanceView> now(BalancesOf query) {
        return new Slice<>(jdbc.query(NOW, Balances::read, query.user().value()), null);
    }

    @QueryHandler
    Slice<BalanceView> then(PastBalancesOf query) {
        StringBuilder sql = new StringBuilder(THEN);
        List<Object> parameters = new ArrayList<>(List.of(query.user().value()));
        if (query.on() != null) {
            sql.append(" AND occurred_on <= ?");
            parameters.add(query.on());
        }
        if (query.at() != null) {
            sql.append(" AND occurred_at <= ?::timestamptz");
            parameters.add(query.at().toString());
        }
        if (query.knownAt() != null) {
            sql.append(" AND recorded_at <= ?::timestamptz");
            parameters.add(query.knownAt().toString());
        }
        sql.append(" GROUP BY other_contact, other_id, currency ORDER BY other_contact, other_id, currency");
        return new Slice<>(jdbc.query(sql.toString(), Balances::read, parameters.toArray()), null);
    }

    private static BalanceView read(ResultSet row, int index) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new BalanceView(
                PartyColumns.read(row, "other_id", "other_contact"),
                new Money(row.getLong("net"), currency),
                new Money(row.getLong("unconfirmed"), currency),
                new Money(row.getLong("disputed"), currency));
    }
}
