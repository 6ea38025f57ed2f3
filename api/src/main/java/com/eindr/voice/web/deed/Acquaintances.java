package com.eindr.voice.web.deed;

import com.eindr.friendship.FriendView;
import com.eindr.friendship.FriendshipQuery.FriendsOf;
import com.eindr.ledger.BalanceView;
import com.eindr.ledger.LedgerQuery.BalancesOf;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Queries;
import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the voice has to know of a speaker: whom they know, and what they pay with. */
@Component
public class Acquaintances {
    private static final SliceRequest MOST = new SliceRequest(100, null);
    private static final Currency ELSEWHERE = Currency.getInstance("USD");

    private final Queries queries;

    Acquaintances(Queries queries) {
        this.queries = queries;
    }

    /**
     * Whom a speaker knows.
     *
     * @param names of the hundred latest friends, and of everybody with whom there are debts
     * @param currency that of the first balance; without any, that of the country of the zone
     */
    public record Known(List<String> names, Currency currency) {}

    public Known of(UserId user, ZoneId zone) {
        List<BalanceView> balances =
                queries.slice(new BalancesOf(user), BalanceView.class).items();
        Stream<String> friends = queries.slice(new FriendsOf(user, MOST), FriendView.class).items().stream()
                .map(FriendView::displayName)
                .filter(Objects::nonNull);
        Stream<String> contacts = balances.stream()
                .filter(balance -> balance.counterparty().userId().equals(user))
                .map(balance -> balance.counterparty().contact());
        Currency currency =
                balances.isEmpty() ? of(zone) : balances.getFirst().net().currency();
        return new Known(
                Stream.concat(friends, contacts)
                        .filter(name -> !name.isBlank())
                        .distinct()
                        .toList(),
                currency);
    }

    private static Currency of(ZoneId zone) {
        try {
            String region = TimeZone.getRegion(zone.getId());
            Currency currency = region.length() == 2 ? Currency.getInstance(Locale.of("", region)) : null;
            return currency == null ? ELSEWHERE : currency;
        } catch (IllegalArgumentException e) {
            // A zone that is a mere offset, or one that lies in no country.
            return ELSEWHERE;
        }
    }
}
