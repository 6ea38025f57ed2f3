package com.eindr.friendship.query;

import com.eindr.account.AccountEvent;
import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.account.AccountEvent.ProfileChanged;
import com.eindr.account.AccountEvent.TimeZoneChanged;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.Profile;
import com.eindr.friendship.FriendshipEvent;
import com.eindr.friendship.InvitationEvent;
import com.eindr.friendship.InvitationEvent.FriendInvited;
import com.eindr.friendship.RequestBudgetEvent;
import com.eindr.friendship.RequestBudgetEvent.RequestClosed;
import com.eindr.friendship.RequestId;
import com.eindr.friendship.query.RelationRow.Pair;
import com.eindr.shared.UserId;
import com.eindr.shared.query.ArrayQuery;
import com.eindr.shared.query.Erasures;
import com.eindr.shared.query.HotViews;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * What everybody sees of everybody else: friends, requests, blocks, names. Two rows to a pair, because what one of two
 * people did in silence is in their own row only.
 */
@Component
@ProcessingGroup(RelationsProjection.NAME)
final class RelationsProjection implements Projection {
    static final String NAME = "relations";

    private static final Table<Name> NAMES = Table.<Name>named("friend_name")
            .key("user_id", "text", Name::user)
            .column("display_name", "text", Name::displayName)
            .column("changed_at", "bigint", Name::position)
            .ordered();

    private static final Table<Invited> INVITATIONS = Table.<Invited>named("invitation")
            .key("id", "uuid", Invited::id)
            .column("user_id", "text", Invited::user)
            .column("requested_at", "timestamptz", Invited::at)
            .column("is_open", "boolean", invited -> true)
            .column("version", "bigint", Invited::version)
            .column("changed_at", "bigint", Invited::position)
            .ordered();

    private static final String CLOSE = """
        UPDATE invitation AS i SET is_open = false, version = i.version + 1, changed_at = closed.changed_at
        FROM unnest(?::uuid[], ?::bigint[]) AS closed (id, changed_at)
        WHERE i.id = closed.id AND i.is_open\
        """;

    /** Whoever sees the name of somebody sees that it changed. */
    private static final String RENAME = """
        UPDATE relation AS r SET changed_at = named.changed_at
        FROM unnest(?::text[], ?::bigint[]) AS named (user_id, changed_at)
        WHERE r.other_id = named.user_id AND r.changed_at < named.changed_at
          AND (r.friends_since IS NOT NULL OR r.asked_by_other_since IS NOT NULL)\
        """;

    private final JdbcOperations jdbc;
    private final ArrayQuery arrays;
    private final HotViews hotViews;
    private final UnitOfWorkBuffer<Object> buffer = new UnitOfWorkBuffer<>(NAME, this::write);
    private final Erasures erasures;

    RelationsProjection(JdbcOperations jdbc, HotViews hotViews) {
        this.jdbc = jdbc;
        this.arrays = new ArrayQuery(jdbc);
        this.hotViews = hotViews;
        this.erasures = new Erasures(
                NAME,
                buffer,
                jdbc,
                hotViews,
                "DELETE FROM relation WHERE user_id = :person",
                // They were called something once, and no replay can tell when that changed.
                "UPDATE relation SET changed_at = :position WHERE other_id = :person",
                "DELETE FROM invitation WHERE user_id = :person",
                "DELETE FROM friend_name WHERE user_id = :person");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("relation", "invitation", "friend_name");
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(FriendshipEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    @EventHandler
    void on(InvitationEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    @EventHandler
    void on(RequestBudgetEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    @EventHandler
    void on(AccountEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    private void write(List<Recorded<Object>> batch, boolean rebuilding) {
        relate(batch);
        invite(batch);
        call(batch);
        if (!rebuilding) {
            hotViews.moved(NAME, batch.getLast().position(), Set.of());
        }
    }

    private void relate(List<Recorded<Object>> batch) {
        Map<Pair, List<Recorded<FriendshipEvent>>> seen = new LinkedHashMap<>();
        for (Recorded<Object> recorded : batch) {
            if (recorded.event() instanceof FriendshipEvent event) {
                for (Pair pair : List.of(new Pair(event.by(), event.other()), new Pair(event.other(), event.by()))) {
                    if (event.isSeenBy(pair.user())) {
                        seen.computeIfAbsent(pair, fresh -> new ArrayList<>())
                                .add(new Recorded<>(event, recorded.position(), recorded.version(), recorded.at()));
                    }
                }
            }
        }
        if (seen.isEmpty()) {
            return;
        }
        Map<Pair, RelationRow> rows = rows(seen.keySet());
        List<RelationRow> changed = new ArrayList<>();
        seen.forEach((pair, events) -> {
            RelationRow row = rows.getOrDefault(
                    pair, RelationRow.blank(pair, events.getFirst().event().friendshipId()));
            for (Recorded<FriendshipEvent> recorded : events) {
                row = recorded.position() > row.changedAt() ? row.after(recorded) : row;
            }
            changed.add(row);
        });
        RelationRow.TABLE.upsert(jdbc, changed);
    }

    private Map<Pair, RelationRow> rows(Set<Pair> pairs) {
        Map<Pair, RelationRow> rows = new HashMap<>();
        arrays.query(
                        "SELECT * FROM relation WHERE (user_id, other_id) IN (SELECT * FROM unnest(?::text[],"
                                + " ?::text[]))",
                        RelationRow::read,
                        ArrayQuery.values("text", pairs, Pair::user),
                        ArrayQuery.values("text", pairs, Pair::other))
                .forEach(row -> rows.put(row.pair(), row));
        return rows;
    }

    private void invite(List<Recorded<Object>> batch) {
        Map<RequestId, Invited> invited = new LinkedHashMap<>();
        Map<RequestId, Long> closed = new LinkedHashMap<>();
        for (Recorded<Object> recorded : batch) {
            switch (recorded.event()) {
                case FriendInvited e ->
                    invited.put(
                            e.requestId(),
                            new Invited(e.requestId(), e.by(), recorded.at(), recorded.version(), recorded.position()));
                case RequestClosed e
                when e.requestId().isInvitation() -> closed.put(e.requestId(), recorded.position());
                default -> {}
            }
        }
        INVITATIONS.upsert(jdbc, invited.values());
        if (!closed.isEmpty()) {
            arrays.update(
                    CLOSE, ArrayQuery.uuids(closed.keySet()), ArrayQuery.values("bigint", closed.values(), at -> at));
        }
    }

    /** In their order, and only those that are new: the same events make the same rows, however they are batched. */
    private void call(List<Recorded<Object>> batch) {
        List<Name> called = batch.stream()
                .map(RelationsProjection::name)
                .flatMap(Optional::stream)
                .toList();
        if (called.isEmpty()) {
            return;
        }
        Map<UserId, Name> names = new HashMap<>();
        arrays.query(
                        "SELECT * FROM friend_name WHERE user_id = ANY (?::text[])",
                        (row, index) -> new Name(
                                new UserId(row.getString("user_id")),
                                row.getString("display_name"),
                                row.getLong("changed_at")),
                        ArrayQuery.texts(
                                called.stream().map(Name::user).distinct().toList()))
                .forEach(name -> names.put(name.user(), name));
        Map<UserId, Name> changed = new LinkedHashMap<>();
        for (Name name : called) {
            Name before = names.put(name.user(), name);
            if (before == null || !Objects.equals(before.displayName(), name.displayName())) {
                changed.put(name.user(), name);
            }
        }
        NAMES.upsert(jdbc, changed.values());
        if (!changed.isEmpty()) {
            arrays.update(
                    RENAME,
                    ArrayQuery.values("text", changed.values(), Name::user),
                    ArrayQuery.values("bigint", changed.values(), Name::position));
        }
    }

    private static Optional<Name> name(Recorded<Object> recorded) {
        return switch (recorded.event()) {
            case UserRegistered e -> Optional.of(Name.of(e.userId(), e.profile(), recorded));
            case ProfileChanged e -> Optional.of(Name.of(e.userId(), e.profile(), recorded));
            case TimeZoneChanged e -> Optional.of(Name.of(e.userId(), e.profile(), recorded));
            default -> Optional.empty();
        };
    }

    private record Name(UserId user, @Nullable String displayName, long position) {
        static Name of(UserId user, Profile profile, Recorded<?> recorded) {
            return new Name(user, profile.displayName(), recorded.position());
        }
    }

    private record Invited(RequestId id, UserId user, Instant at, long version, long position) {}
}
