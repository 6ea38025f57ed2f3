package com.eindr.ledger.web;

import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountView;
import com.eindr.ledger.Party;
import com.eindr.shared.web.Queries;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Knows how the parties of the ledger are called, for documents that people read. */
@Component
class Names {
    private static final String FORMER = "Former user";

    private final Queries queries;

    Names(Queries queries) {
        this.queries = queries;
    }

    /**
     * A contact's name, a user's name as they say it, or their id where they have not said. Whoever has no account any more
     * has left.
     */
    String of(Party party) {
        String contact = party.contactName();
        return contact != null
                ? contact
                : queries.optional(new AccountOf(party.userId()), AccountView.class)
                        .map(account -> nameOf(account))
                        .orElse(FORMER);
    }

    private static String nameOf(AccountView account) {
        String name = account.profile().displayName();
        return name == null || name.isBlank() ? account.userId().value() : name;
    }

    /** The same, asking once for everybody. */
    Lookup remembered() {
        return new Lookup();
    }

    /** The names in one document. Not for several threads. */
    final class Lookup {
        private final Map<Party, String> known = new HashMap<>();

        String of(Party party) {
            return Objects.requireNonNull(known.computeIfAbsent(party, Names.this::of));
        }
    }
}
