package com.eindr.friendship.query;

import com.eindr.friendship.MatchedContacts;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * The table {@code contact_match}. It follows from what people ask and not from the log, so no projection has it, and
 * nothing but the next question fills it again. Days are those of UTC.
 */
@Component
final class ContactMatchTable implements MatchedContacts {
    private static final int DAYS = 30;

    private static final String WANTS_TO_BE_FOUND =
            "EXISTS (SELECT FROM contact c WHERE c.user_id = ? AND c.discoverable)";

    /** The person's own, and some of those who never came back, since nobody else looks after this table. */
    private static final String FORGET = "DELETE FROM contact_match WHERE (user_id = ? AND NOT " + WANTS_TO_BE_FOUND
            + ") OR ctid = ANY (ARRAY(SELECT ctid FROM contact_match WHERE seen_on <= ? LIMIT 1000 FOR UPDATE SKIP"
            + " LOCKED))";

    private static final String REMEMBER =
            "INSERT INTO contact_match (user_id, other_id, seen_on) SELECT ?, other_id, ? FROM unnest(?::text[]) AS"
                    + " found (other_id) WHERE " + WANTS_TO_BE_FOUND
                    + " ON CONFLICT (user_id, other_id) DO UPDATE SET seen_on = excluded.seen_on"
                    + " WHERE contact_match.seen_on < excluded.seen_on";

    private final JdbcOperations jdbc;

    ContactMatchTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void remember(UserId user, Set<UserId> found, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        String id = user.value();
        jdbc.update(FORGET, id, id, today.minusDays(DAYS));
        if (!found.isEmpty()) {
            jdbc.update(
                    REMEMBER,
                    id,
                    today,
                    found.stream().map(UserId::value).sorted().toArray(String[]::new),
                    id);
        }
    }
}
