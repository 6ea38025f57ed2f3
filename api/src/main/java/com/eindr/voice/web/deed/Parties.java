package com.eindr.voice.web.deed;

import com.eindr.friendship.FriendView;
import com.eindr.friendship.FriendshipQuery.FriendsOf;
import com.eindr.ledger.BalanceView;
import com.eindr.ledger.LedgerQuery.BalancesOf;
import com.eindr.ledger.Party;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Queries;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whom a person can owe: their friends, and whoever is in their ledger. */
@Component
class Parties {
    private static final SliceRequest MOST = new SliceRequest(100, null);
    private static final String USER = "u:";
    private static final String CONTACT = "c:";

    private final Queries queries;

    Parties(Queries queries) {
        this.queries = queries;
    }

    /** The people of one person, as they were when they were asked for. */
    record Circle(UserId owner, Map<UserId, String> friends, List<BalanceView> balances) {

        /** Whoever is called so; several friends may be, and a contact besides. */
        List<Party> named(String name) {
            String wanted = plain(name);
            List<Party> found = new ArrayList<>();
            friends.forEach((friend, friendName) -> {
                if (plain(friendName).equals(wanted)) {
                    found.add(Party.user(friend));
                }
            });
            balances.stream()
                    .map(BalanceView::counterparty)
                    .filter(party -> !party.isUser() && plain(party.contact()).equals(wanted))
                    .distinct()
                    .forEach(found::add);
            return found;
        }

        /** How the person calls a party; a former friend by their id, since nobody knows more. */
        String nameOf(Party party) {
            return party.isUser()
                    ? friends.getOrDefault(party.userId(), party.userId().value())
                    : party.contact();
        }

        /** How they are told apart where two are called the same. */
        String fullNameOf(Party party) {
            return party.isUser() ? nameOf(party) + " (" + party.userId().value() + ")" : party.contact();
        }

        /** A contact of this name, whether or not there is one. */
        Party contact(String name) {
            return Party.contactOf(owner, Normalizer.normalize(name.strip(), Normalizer.Form.NFC));
        }

        /** The one that was chosen; whether there is anything between them is for the ledger to say. */
        Party chosen(String thing) {
            return thing.startsWith(USER)
                    ? Party.user(new UserId(thing.substring(USER.length())))
                    : contact(thing.substring(CONTACT.length()));
        }

        private static String plain(String name) {
            return Words.folded(name);
        }
    }

    static String thing(Party party) {
        return party.isUser() ? USER + party.userId().value() : CONTACT + party.contact();
    }

    Circle of(UserId user) {
        Map<UserId, String> friends = queries.slice(new FriendsOf(user, MOST), FriendView.class).items().stream()
                .collect(Collectors.toMap(
                        FriendView::userId,
                        friend -> Objects.requireNonNullElse(
                                friend.displayName(), friend.userId().value()),
                        (one, other) -> one));
        List<BalanceView> balances =
                queries.slice(new BalancesOf(user), BalanceView.class).items();
        return new Circle(user, friends, balances);
    }
}
