package com.eindr.friendship.query;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.friendship.ConsentView;
import com.eindr.friendship.FriendshipEvent;
import com.eindr.friendship.FriendshipEvent.FriendshipAccepted;
import com.eindr.friendship.FriendshipEvent.FriendshipEnded;
import com.eindr.friendship.FriendshipEvent.PermissionUsed;
import com.eindr.friendship.FriendshipEvent.PermissionsSet;
import com.eindr.friendship.FriendshipQuery.ConsentsOf;
import com.eindr.friendship.Kind;
import com.eindr.friendship.Permission;
import com.eindr.friendship.Permissions;
import com.eindr.shared.Slice;
import com.eindr.shared.UserId;
import com.eindr.shared.query.ArrayQuery;
import com.eindr.shared.query.Erasures;
import com.eindr.shared.query.HotViews;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.Timestamps;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Who may do what to whom, since when, and how often they did. */
@Component
@ProcessingGroup(ConsentsProjection.NAME)
final class ConsentsProjection implements Projection {
    static final String NAME = "consents";

    private static final Table<Row> TABLE = Table.<Row>named("consent")
            .key("user_id", "text", row -> row.key().user())
            .key("friend_id", "text", row -> row.key().friend())
            .key("kind", "text", row -> row.key().kind())
            .column("permission", "text", Row::permission)
            .column("since", "timestamptz", Row::since)
            .column("used", "bigint", Row::used)
            .column("last_used_at", "timestamptz", Row::lastUsedAt)
            .build();

    private final JdbcOperations jdbc;
    private final ArrayQuery arrays;
    private final HotViews hotViews;
    private final UnitOfWorkBuffer<FriendshipEvent> buffer = new UnitOfWorkBuffer<>(NAME, this::write);
    private final Erasures erasures;

    ConsentsProjection(JdbcOperations jdbc, HotViews hotViews) {
        this.jdbc = jdbc;
        this.arrays = new ArrayQuery(jdbc);
        this.hotViews = hotViews;
        this.erasures =
                new Erasures(NAME, buffer, jdbc, hotViews, "DELETE FROM consent WHERE :person IN (user_id, friend_id)");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("consent");
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(FriendshipEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    /** Goes on after {@code <kind>.<friend>}: a kind has no dot. */
    @QueryHandler
    Slice<ConsentView> consents(ConsentsOf query) {
        String cursor = query.slice().cursor();
        int dot = cursor == null ? -1 : cursor.indexOf('.');
        List<ConsentView> rows = jdbc.query(
                """
                SELECT c.*, n.display_name FROM consent c LEFT JOIN friend_name n ON n.user_id = c.friend_id
                WHERE c.user_id = ? AND (c.friend_id, c.kind) > (?, ?) ORDER BY c.friend_id, c.kind LIMIT ?\
                """,
                (row, index) -> Row.read(row, index).view(row.getString("display_name")),
                query.user().value(),
                cursor == null ? "" : cursor.substring(dot + 1),
                cursor == null ? "" : cursor.substring(0, dot),
                query.slice().limit() + 1);
        if (rows.size() <= query.slice().limit()) {
            return new Slice<>(rows, null);
        }
        List<ConsentView> page = rows.subList(0, query.slice().limit());
        return new Slice<>(page, page.getLast().kind() + "." + page.getLast().userId());
    }

    private void write(List<Recorded<FriendshipEvent>> batch, boolean rebuilding) {
        Map<Key, Row> rows = rows(batch);
        Set<Key> before = Set.copyOf(rows.keySet());
        for (Recorded<FriendshipEvent> recorded : batch) {
            FriendshipEvent event = recorded.event();
            switch (event) {
                case FriendshipAccepted _ -> keys(event).forEach(key -> rows.put(key, Row.initial(key, recorded.at())));
                case FriendshipEnded _ -> rows.keySet().removeAll(keys(event));
                case PermissionsSet e ->
                    keys(event).stream()
                            .filter(key -> key.user().equals(e.by()))
                            .forEach(key -> rows.computeIfPresent(
                                    key, (k, row) -> row.granting(e.permissions(), recorded.at())));
                case PermissionUsed e
                when e.permission() != Permission.DENY ->
                    rows.computeIfPresent(
                            new Key(e.other(), e.by(), e.kind()), (key, row) -> row.usedAt(recorded.at()));
                default -> {}
            }
        }
        TABLE.delete(
                jdbc,
                before.stream()
                        .filter(key -> !rows.containsKey(key))
                        .map(key -> Row.initial(key, Instant.EPOCH))
                        .toList());
        TABLE.upsert(jdbc, rows.values());
        if (!rebuilding) {
            hotViews.moved(NAME, batch.getLast().position(), Set.of());
        }
    }

    private Map<Key, Row> rows(List<Recorded<FriendshipEvent>> batch) {
        Set<Key> keys = new LinkedHashSet<>();
        batch.forEach(recorded -> keys.addAll(keys(recorded.event())));
        Map<Key, Row> rows = new LinkedHashMap<>();
        arrays.query(
                        "SELECT * FROM consent WHERE (user_id, friend_id, kind)"
                                + " IN (SELECT * FROM unnest(?::text[], ?::text[], ?::text[]))",
                        Row::read,
                        ArrayQuery.values("text", keys, Key::user),
                        ArrayQuery.values("text", keys, Key::friend),
                        ArrayQuery.values("text", keys, Key::kind))
                .forEach(row -> rows.put(row.key(), row));
        return rows;
    }

    /** What each of the two lets the other do. */
    private static List<Key> keys(FriendshipEvent event) {
        List<Key> keys = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            keys.add(new Key(event.by(), event.other(), kind));
            keys.add(new Key(event.other(), event.by(), kind));
        }
        return keys;
    }

    private record Key(UserId user, UserId friend, Kind kind) {}

    private record Row(
            Key key,
            Permission permission,
            Instant since,
            long used,
            @Nullable Instant lastUsedAt) {

        static Row initial(Key key, Instant at) {
            return new Row(key, Permissions.INITIAL.of(key.kind()), at, 0, null);
        }

        static Row read(ResultSet row, int index) throws SQLException {
            return new Row(
                    new Key(
                            new UserId(row.getString("user_id")),
                            new UserId(row.getString("friend_id")),
                            Kind.valueOf(row.getString("kind"))),
                    Permission.valueOf(row.getString("permission")),
                    Objects.requireNonNull(Timestamps.read(row, "since")),
                    row.getLong("used"),
                    Timestamps.read(row, "last_used_at"));
        }

        Row granting(Permissions permissions, Instant at) {
            Permission granted = permissions.of(key.kind());
            return granted == permission ? this : new Row(key, granted, at, used, lastUsedAt);
        }

        Row usedAt(Instant at) {
            return new Row(key, permission, since, used + 1, at);
        }

        ConsentView view(@Nullable String name) {
            return new ConsentView(key.friend(), name, key.kind(), permission, since, used, lastUsedAt);
        }
    }
}
