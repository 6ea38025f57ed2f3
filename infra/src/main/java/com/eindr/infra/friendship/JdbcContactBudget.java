package com.eindr.infra.friendship;

import com.eindr.friendship.query.Peppers;
import com.eindr.friendship.web.ContactBudget;
import com.eindr.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers for 30 days what each person has asked for, by tags that stand for hashes without telling them. Days are those
 * of UTC. One request of a person at a time, by a lock on the person.
 */
@Component
class JdbcContactBudget implements ContactBudget {
    private static final int DAYS = 30;

    private final JdbcOperations database;
    private final TransactionTemplate transactions;
    private final Peppers peppers;
    private final int perDay;
    private final int inAll;

    JdbcContactBudget(
            JdbcOperations database,
            PlatformTransactionManager transactions,
            Peppers peppers,
            @Value("${eindr.contacts.new-per-day:500}") int perDay,
            @Value("${eindr.contacts.new-per-30-days:2000}") int inAll) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
        this.peppers = peppers;
        this.perDay = perDay;
        this.inAll = inAll;
    }

    private record Tag(int pepper, int value) {}

    private record Known(Tag tag, LocalDate askedOn) {
        static Known read(ResultSet row, int index) throws SQLException {
            return new Known(
                    new Tag(row.getInt("pepper"), row.getInt("tag")), row.getObject("asked_on", LocalDate.class));
        }
    }

    private record Day(LocalDate on, int asked) {}

    @Override
    public Grant spend(UserId user, Set<String> hashes, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return Objects.requireNonNull(transactions.execute(status -> {
            database.queryForList(
                    "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('contacts of ' || ?, 0))) AS locked",
                    user.value());
            forget(user, today);
            return spend(user, hashes, today);
        }));
    }

    private Grant spend(UserId user, Set<String> hashes, LocalDate today) {
        Map<String, List<Tag>> wanted = tags(user, hashes);
        Map<Tag, LocalDate> known = known(user, wanted.values());
        Room room = room(user, today);
        Set<String> granted = new LinkedHashSet<>();
        Map<Tag, LocalDate> kept = new LinkedHashMap<>();
        Set<Tag> outdated = new HashSet<>();
        int fresh = 0;
        for (Map.Entry<String, List<Tag>> hash : wanted.entrySet()) {
            Tag tag = hash.getValue().getFirst();
            LocalDate first = hash.getValue().stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .min(LocalDate::compareTo)
                    .orElse(kept.get(tag));
            if (first == null && fresh == room.left()) {
                continue;
            }
            fresh += first == null ? 1 : 0;
            granted.add(hash.getKey());
            kept.put(tag, first == null ? today : first);
            hash.getValue().stream().filter(known::containsKey).forEach(outdated::add);
        }
        outdated.removeAll(kept.keySet());
        keep(user, kept, outdated, today);
        int postponed = hashes.size() - granted.size();
        return new Grant(granted, postponed, postponed == 0 ? null : room.growsAt(fresh));
    }

    /** The tags of each hash under all peppers, the newest first. */
    private Map<String, List<Tag>> tags(UserId user, Set<String> hashes) {
        Map<String, List<Tag>> tags = new LinkedHashMap<>();
        for (String hash : hashes) {
            tags.put(
                    hash,
                    peppers.numbers().stream()
                            .map(pepper -> new Tag(pepper, peppers.tag(pepper, user, hash)))
                            .toList());
        }
        return tags;
    }

    private Map<Tag, LocalDate> known(UserId user, Collection<List<Tag>> wanted) {
        List<Tag> all = wanted.stream().flatMap(List::stream).toList();
        Map<Tag, LocalDate> known = new HashMap<>();
        database.query(
                        "SELECT pepper, tag, asked_on FROM contact_asked WHERE user_id = ? AND (pepper, tag) IN"
                                + " (SELECT * FROM unnest(?::integer[], ?::integer[]))",
                        Known::read,
                        user.value(),
                        array(all, Tag::pepper),
                        array(all, Tag::value))
                .forEach(found -> known.put(found.tag(), found.askedOn()));
        return known;
    }

    private Room room(UserId user, LocalDate today) {
        RowMapper<Day> day = (row, index) -> new Day(row.getObject("asked_on", LocalDate.class), row.getInt("asked"));
        List<Day> days = database.query(
                "SELECT asked_on, count(*) AS asked FROM contact_asked WHERE user_id = ? AND asked_on > ?"
                        + " GROUP BY asked_on ORDER BY asked_on",
                day,
                user.value(),
                today.minusDays(DAYS));
        int askedToday = days.stream()
                .filter(past -> past.on().equals(today))
                .mapToInt(Day::asked)
                .sum();
        return new Room(
                Math.max(0, perDay - askedToday),
                Math.max(0, inAll - days.stream().mapToInt(Day::asked).sum()),
                today,
                days.isEmpty() ? today : days.getFirst().on());
    }

    /**
     * How much a person may still ask for.
     *
     * @param oldest the first of the last 30 days on which they asked for anything, or will have
     */
    private record Room(int ofTheDay, int inAll, LocalDate today, LocalDate oldest) {
        int left() {
            return Math.min(ofTheDay, inAll);
        }

        /** When there is more again, once so much is taken. */
        Instant growsAt(int taken) {
            LocalDate day = taken < inAll ? today.plusDays(1) : oldest.plusDays(DAYS);
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    /** What was known keeps its day, and is remembered for another 30; under an older pepper it is known no more. */
    private void keep(UserId user, Map<Tag, LocalDate> kept, Set<Tag> outdated, LocalDate today) {
        database.update(
                "INSERT INTO contact_asked (user_id, pepper, tag, asked_on, seen_on) SELECT ?, pepper, tag, asked_on, ?"
                        + " FROM unnest(?::integer[], ?::integer[], ?::date[]) AS asked (pepper, tag, asked_on)"
                        + " ON CONFLICT (user_id, pepper, tag) DO UPDATE SET seen_on = excluded.seen_on"
                        + " WHERE contact_asked.seen_on < excluded.seen_on",
                user.value(),
                today,
                array(kept.keySet(), Tag::pepper),
                array(kept.keySet(), Tag::value),
                array(kept.values(), LocalDate::toString));
        if (!outdated.isEmpty()) {
            database.update(
                    "DELETE FROM contact_asked WHERE user_id = ? AND (pepper, tag) IN"
                            + " (SELECT * FROM unnest(?::integer[], ?::integer[]))",
                    user.value(),
                    array(outdated, Tag::pepper),
                    array(outdated, Tag::value));
        }
    }

    /** The person's own, and some of those who never came back, since nobody else looks after this table. */
    private void forget(UserId user, LocalDate today) {
        LocalDate before = today.minusDays(DAYS);
        database.update("DELETE FROM contact_asked WHERE user_id = ? AND seen_on <= ?", user.value(), before);
        database.update(
                "DELETE FROM contact_asked WHERE ctid = ANY (ARRAY(SELECT ctid FROM contact_asked WHERE seen_on <= ?"
                        + " LIMIT 1000 FOR UPDATE SKIP LOCKED))",
                before);
    }

    /** An array literal of PostgreSQL; numbers and dates need no quoting. */
    private static <T> String array(Collection<T> values, Function<T, Object> element) {
        return values.stream().map(value -> element.apply(value).toString()).collect(Collectors.joining(",", "{", "}"));
    }
}
