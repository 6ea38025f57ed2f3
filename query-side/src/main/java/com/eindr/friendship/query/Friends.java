package com.eindr.friendship.query;

import com.eindr.friendship.BlockView;
import com.eindr.friendship.Direction;
import com.eindr.friendship.FriendView;
import com.eindr.friendship.FriendshipQuery.BlockOf;
import com.eindr.friendship.FriendshipQuery.BlocksOf;
import com.eindr.friendship.FriendshipQuery.FriendOf;
import com.eindr.friendship.FriendshipQuery.FriendsOf;
import com.eindr.friendship.FriendshipQuery.RelationsChangedSince;
import com.eindr.friendship.FriendshipQuery.RequestsOf;
import com.eindr.friendship.RelationView;
import com.eindr.friendship.RequestId;
import com.eindr.friendship.RequestView;
import com.eindr.shared.Changes;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.query.ChangeList;
import com.eindr.shared.query.Cursor;
import com.eindr.shared.query.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Who a person's friends are, who asks to be one, and whom the person asks or blocks. */
@Component
final class Friends {
    private static final Cursor BEGINNING =
            new Cursor(Instant.parse("9999-12-31T00:00:00Z").toEpochMilli() * 1_000, new UUID(-1, -1));

    private static final String NAMED =
            "SELECT r.*, n.display_name FROM relation r LEFT JOIN friend_name n ON n.user_id = r.other_id WHERE ";

    /** Names are shown of those who ask; those who are asked may be strangers, of whom one learns nothing. */
    private static final String REQUESTS = """
        SELECT * FROM (
            SELECT r.friendship_id AS id, 'INCOMING' AS direction, r.other_id, n.display_name,
                   r.asked_by_other_since AS at, r.version
            FROM relation r LEFT JOIN friend_name n ON n.user_id = r.other_id
            WHERE r.user_id = ? AND r.asked_by_other_since IS NOT NULL
            UNION ALL
            SELECT r.friendship_id, 'OUTGOING', r.other_id, NULL, r.asked_since, r.version
            FROM relation r WHERE r.user_id = ? AND r.asked_since IS NOT NULL
            UNION ALL
            SELECT i.id, 'OUTGOING', NULL, NULL, i.requested_at, i.version
            FROM invitation i WHERE i.user_id = ? AND i.is_open) request
        WHERE direction = coalesce(?, direction) AND (at, id) < (?::timestamptz, ?)
        ORDER BY at DESC, id DESC LIMIT ?\
        """;

    private static final String CHANGES = """
        SELECT * FROM (
            SELECT r.*, n.display_name, NULL::uuid AS invitation, NULL::timestamptz AS invited_since
            FROM relation r LEFT JOIN friend_name n ON n.user_id = r.other_id
            WHERE r.user_id = ? AND r.changed_at > ?
            UNION ALL
            SELECT i.user_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, i.version, i.changed_at, NULL,
                   i.id, CASE WHEN i.is_open THEN i.requested_at END
            FROM invitation i WHERE i.user_id = ? AND i.changed_at > ?) change
        ORDER BY changed_at LIMIT ?\
        """;

    private final JdbcOperations jdbc;

    Friends(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Slice<FriendView> friends(FriendsOf query) {
        return page(
                NAMED + "r.user_id = ? AND r.friends_since IS NOT NULL AND (r.friends_since, r.friendship_id)"
                        + " < (?::timestamptz, ?) ORDER BY r.friends_since DESC, r.friendship_id DESC LIMIT ?",
                query.user(),
                query.slice(),
                (row, index) -> {
                    FriendView friend = Objects.requireNonNull(friend(row));
                    return new Listed<>(friend, Cursor.of(friend.since(), id(row)));
                });
    }

    @QueryHandler
    Optional<FriendView> friend(FriendOf query) {
        RowMapper<FriendView> view = (row, index) -> Objects.requireNonNull(friend(row));
        List<FriendView> found = jdbc.query(
                NAMED + "r.user_id = ? AND r.other_id = ? AND r.friends_since IS NOT NULL",
                view,
                query.user().value(),
                query.friend().value());
        return found.stream().findFirst();
    }

    @QueryHandler
    Slice<BlockView> blocks(BlocksOf query) {
        return page(
                NAMED + "r.user_id = ? AND r.blocked_since IS NOT NULL AND (r.blocked_since, r.friendship_id)"
                        + " < (?::timestamptz, ?) ORDER BY r.blocked_since DESC, r.friendship_id DESC LIMIT ?",
                query.user(),
                query.slice(),
                (row, index) -> {
                    BlockView block = Objects.requireNonNull(block(row));
                    return new Listed<>(block, Cursor.of(block.since(), id(row)));
                });
    }

    @QueryHandler
    Optional<BlockView> block(BlockOf query) {
        RowMapper<BlockView> view = (row, index) -> Objects.requireNonNull(block(row));
        List<BlockView> found = jdbc.query(
                NAMED + "r.user_id = ? AND r.other_id = ? AND r.blocked_since IS NOT NULL",
                view,
                query.user().value(),
                query.other().value());
        return found.stream().findFirst();
    }

    @QueryHandler
    Slice<RequestView> requests(RequestsOf query) {
        String user = query.user().value();
        Cursor cursor = cursor(query.slice());
        Direction direction = query.direction();
        List<RequestView> rows = jdbc.query(
                REQUESTS,
                (row, index) -> new RequestView(
                        new RequestId(row.getObject("id", UUID.class)),
                        Direction.valueOf(row.getString("direction")),
                        user(row.getString("other_id")),
                        row.getString("display_name"),
                        Objects.requireNonNull(Timestamps.read(row, "at")),
                        row.getLong("version")),
                user,
                user,
                user,
                direction == null ? null : direction.name(),
                cursor.timestamp(),
                cursor.id(),
                query.slice().limit() + 1);
        return Cursor.page(
                rows,
                query.slice(),
                request -> Cursor.of(request.requestedAt(), request.id().value()));
    }

    @QueryHandler
    Changes<RelationView> changes(RelationsChangedSince query) {
        String user = query.user().value();
        return ChangeList.read(
                jdbc,
                RelationsProjection.NAME,
                query.position(),
                query.limit(),
                limit -> jdbc.query(
                        CHANGES,
                        (row, index) -> new ChangeList.Change<>(relation(row), row.getLong("changed_at")),
                        user,
                        query.position(),
                        user,
                        query.position(),
                        limit));
    }

    private static RelationView relation(ResultSet row) throws SQLException {
        UUID invitation = row.getObject("invitation", UUID.class);
        if (invitation != null) {
            RequestId id = new RequestId(invitation);
            Instant since = Timestamps.read(row, "invited_since");
            RequestView open = since == null
                    ? null
                    : new RequestView(id, Direction.OUTGOING, null, null, since, row.getLong("version"));
            return new RelationView(id, null, null, open, null);
        }
        return new RelationView(
                new RequestId(id(row)), user(row.getString("other_id")), friend(row), request(row), block(row));
    }

    private static @Nullable FriendView friend(ResultSet row) throws SQLException {
        RelationRow relation = RelationRow.read(row, 0);
        Instant since = relation.friends();
        return since == null
                ? null
                : new FriendView(
                        relation.pair().other(),
                        row.getString("display_name"),
                        since,
                        relation.permissions(),
                        relation.version());
    }

    private static @Nullable RequestView request(ResultSet row) throws SQLException {
        RelationRow relation = RelationRow.read(row, 0);
        RequestId id = RequestId.of(relation.friendshipId());
        UserId other = relation.pair().other();
        if (relation.askedByOther() != null) {
            return new RequestView(
                    id,
                    Direction.INCOMING,
                    other,
                    row.getString("display_name"),
                    relation.askedByOther(),
                    relation.version());
        }
        Instant asked = relation.asked();
        return asked == null ? null : new RequestView(id, Direction.OUTGOING, other, null, asked, relation.version());
    }

    private static @Nullable BlockView block(ResultSet row) throws SQLException {
        RelationRow relation = RelationRow.read(row, 0);
        Instant since = relation.blocked();
        return since == null ? null : new BlockView(relation.pair().other(), since, relation.version());
    }

    private <T> Slice<T> page(String sql, UserId user, SliceRequest slice, RowMapper<Listed<T>> mapper) {
        Cursor cursor = cursor(slice);
        List<Listed<T>> rows =
                jdbc.query(sql, mapper, user.value(), cursor.timestamp(), cursor.id(), slice.limit() + 1);
        return Cursor.page(rows, slice, Listed::cursor).map(Listed::item);
    }

    private static Cursor cursor(SliceRequest slice) {
        String text = slice.cursor();
        return text == null ? BEGINNING : Cursor.parse(text);
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject("friendship_id", UUID.class);
    }

    private static @Nullable UserId user(@Nullable String id) {
        return id == null ? null : new UserId(id);
    }

    /** One thing of a list, and where the list goes on after it. */
    private record Listed<T>(T item, Cursor cursor) {}
}
