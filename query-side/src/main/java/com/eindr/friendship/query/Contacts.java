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
 * Who can be found by an address, by address books that have each other, and by mutual friends. Whoever does not want to be found is looked up like everybody
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

    /** Friends of friends, and those who have the person in their address book as the person has them. */
    private static final String SUGGESTED = """
        WITH far AS (
            SELECT far.other_id AS user_id, count(*) AS mutual
            FROM relation near JOIN relation far ON far.user_id = near.other_id AND far.friends_since IS NOT NULL
            WHERE near.user_id = ? AND near.friends_since IS NOT NULL AND far.other_id <> near.user_id
            GROUP BY far.other_id
        ), known AS (
            SELECT mine.other_id AS user_id
            FROM contact_match mine
            JOIN contact_match theirs ON theirs.user_id = mine.other_id AND theirs.other_id = mine.user_id
            JOIN contact me ON me.user_id = mine.user_id AND me.discoverable
            WHERE mine.user_id = ?)
        SELECT user_id, name.display_name, coalesce(far.mutual, 0) AS mutual, known.user_id IS NOT NULL AS in_contacts
        FROM far FULL JOIN known USING (user_id)
        JOIN contact c USING (user_id)
        LEFT JOIN friend_name name USING (user_id)
        WHERE c.discoverable
          AND NOT EXISTS (SELECT FROM relation r WHERE r.user_id = ? AND r.other_id = c.user_id
              AND coalesce(r.friends_since, r.asked_since, r.asked_by_other_since, r.blocked_since) IS NOT NULL)
          AND NOT EXISTS (SELECT FROM relation r WHERE r.user_id = c.user_id AND r.other_id = ?
              AND r.blocked_since IS NOT NULL)
        ORDER BY in_contacts DESC, mutual DESC, user_id LIMIT 50\
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
                new UserId(row.getString("user_id")),
                row.getString("display_name"),
                row.getInt("mutual"),
                row.getBoolean("in_contacts"));
        String user = query.user().value();
        return new Slice<>(jdbc.query(SUGGESTED, view, user, user, user, user), null);
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
