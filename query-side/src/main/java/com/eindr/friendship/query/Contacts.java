package com.eindr.friendship.query;

import com.eindr.friendship.Address;
import com.eindr.friendship.ContactMatches;
import com.eindr.friendship.ContactMatches.Match;
import com.eindr.friendship.Directory;
import com.eindr.friendship.FriendshipQuery.MatchesOf;
import com.eindr.friendship.FriendshipQuery.SuggestionsOf;
import com.eindr.friendship.SuggestionView;
import com.eindr.shared.Slice;
import com.eindr.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Who can be found by an address, and by mutual friends. Whoever does not want to be found is looked up like everybody
 * else and then left out, as is whoever has blocked the one who asks, or was blocked by them.
 */
@Component
final class Contacts implements Directory {
    /** One statement for all hashes: what is unknown costs as much as what is known. */
    private static final String FOUND = """
        WITH asked AS (SELECT * FROM unnest(?::integer[], ?::text[]) AS asked (n, digest)),
        owner AS (
            SELECT DISTINCT ON (n) n, user_id, discoverable FROM (
                SELECT a.n, c.user_id, c.discoverable, c.email_at AS at FROM asked a JOIN contact c ON c.email = a.digest
                UNION ALL
                SELECT a.n, c.user_id, c.discoverable, c.phone_at FROM asked a JOIN contact c ON c.phone = a.digest) held
            ORDER BY n, at DESC)
        SELECT o.n, o.user_id, name.display_name
        FROM owner o LEFT JOIN friend_name name ON name.user_id = o.user_id
        WHERE o.discoverable AND o.user_id IS DISTINCT FROM ?
          AND NOT EXISTS (SELECT FROM relation r WHERE r.blocked_since IS NOT NULL
              AND ((r.user_id = ? AND r.other_id = o.user_id) OR (r.user_id = o.user_id AND r.other_id = ?)))
        ORDER BY o.n\
        """;

    private static final String SUGGESTED = """
        SELECT far.other_id, name.display_name, count(*) AS mutual
        FROM relation near
        JOIN relation far ON far.user_id = near.other_id AND far.friends_since IS NOT NULL AND far.other_id <> near.user_id
        JOIN contact c ON c.user_id = far.other_id AND c.discoverable
        LEFT JOIN friend_name name ON name.user_id = far.other_id
        WHERE near.user_id = ? AND near.friends_since IS NOT NULL
          AND NOT EXISTS (SELECT FROM relation r WHERE r.user_id = near.user_id AND r.other_id = far.other_id
              AND coalesce(r.friends_since, r.asked_since, r.asked_by_other_since, r.blocked_since) IS NOT NULL)
          AND NOT EXISTS (SELECT FROM relation r WHERE r.user_id = far.other_id AND r.other_id = near.user_id
              AND r.blocked_since IS NOT NULL)
        GROUP BY far.other_id, name.display_name
        ORDER BY mutual DESC, far.other_id LIMIT 50\
        """;

    private final JdbcOperations jdbc;
    private final Peppers peppers;

    Contacts(JdbcOperations jdbc, Peppers peppers) {
        this.jdbc = jdbc;
        this.peppers = peppers;
    }

    @QueryHandler
    Optional<ContactMatches> matches(MatchesOf query) {
        List<String> hashes = List.copyOf(query.hashes());
        return Optional.of(new ContactMatches(find(
                hashes,
                query.user().value(),
                (row, index) -> new Match(
                        hashes.get(row.getInt("n")),
                        new UserId(row.getString("user_id")),
                        row.getString("display_name")))));
    }

    @QueryHandler
    Slice<SuggestionView> suggestions(SuggestionsOf query) {
        RowMapper<SuggestionView> view = (row, index) -> new SuggestionView(
                new UserId(row.getString("other_id")), row.getString("display_name"), row.getInt("mutual"));
        return new Slice<>(jdbc.query(SUGGESTED, view, query.user().value()), null);
    }

    @Override
    public Optional<UserId> find(Address address) {
        RowMapper<UserId> user = (row, index) -> new UserId(row.getString("user_id"));
        return find(List.of(Peppers.hash(address)), null, user).stream().findFirst();
    }

    private <T> List<T> find(List<String> hashes, @Nullable String asker, RowMapper<T> mapper) {
        List<String> indexes = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        for (int n = 0; n < hashes.size(); n++) {
            for (int pepper : peppers.numbers()) {
                indexes.add(Integer.toString(n));
                digests.add(peppers.digest(pepper, hashes.get(n)));
            }
        }
        return jdbc.query(FOUND, mapper, array(indexes), array(digests), asker, asker, asker);
    }

    /** An array literal of PostgreSQL; nothing in it needs quoting. */
    private static String array(List<String> plain) {
        return "{" + String.join(",", plain) + "}";
    }
}
