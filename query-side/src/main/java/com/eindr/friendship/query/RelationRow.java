package com.eindr.friendship.query;

import com.eindr.friendship.FriendshipEvent;
import com.eindr.friendship.FriendshipEvent.FriendshipAccepted;
import com.eindr.friendship.FriendshipEvent.FriendshipEnded;
import com.eindr.friendship.FriendshipEvent.FriendshipRequested;
import com.eindr.friendship.FriendshipEvent.PermissionUsed;
import com.eindr.friendship.FriendshipEvent.PermissionsSet;
import com.eindr.friendship.FriendshipEvent.RequestDeclined;
import com.eindr.friendship.FriendshipEvent.RequestWithdrawn;
import com.eindr.friendship.FriendshipEvent.UserBlocked;
import com.eindr.friendship.FriendshipEvent.UserUnblocked;
import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.Permission;
import com.eindr.friendship.Permissions;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code relation}: what a person sees of another.
 *
 * @param asked when the person asked; null where no request of theirs is open to them
 * @param askedByOther when the other asked, as far as the person is to know
 * @param version counts what the person has seen
 * @param changedAt the position of the event that last changed what the person sees
 */
record RelationRow(
        Pair pair,
        FriendshipId friendshipId,
        @Nullable Instant friends,
        @Nullable Instant asked,
        @Nullable Instant askedByOther,
        @Nullable Instant blocked,
        Permissions permissions,
        long version,
        long changedAt) {

    /** One person, and another as that person sees them. */
    record Pair(UserId user, UserId other) {}

    static final Table<RelationRow> TABLE = Table.<RelationRow>named("relation")
            .key("user_id", "text", row -> row.pair().user())
            .key("other_id", "text", row -> row.pair().other())
            .column("friendship_id", "uuid", RelationRow::friendshipId)
            .column("friends_since", "timestamptz", RelationRow::friends)
            .column("asked_since", "timestamptz", RelationRow::asked)
            .column("asked_by_other_since", "timestamptz", RelationRow::askedByOther)
            .column("blocked_since", "timestamptz", RelationRow::blocked)
            .column("reminders", "text", row -> row.permissions().reminders())
            .column("notes", "text", row -> row.permissions().notes())
            .column("debts", "text", row -> row.permissions().debts())
            .column("version", "bigint", RelationRow::version)
            .column("changed_at", "bigint", RelationRow::changedAt)
            .ordered();

    static RelationRow blank(Pair pair, FriendshipId friendshipId) {
        return new RelationRow(pair, friendshipId, null, null, null, null, Permissions.INITIAL, 0, 0);
    }

    static RelationRow read(ResultSet row, int index) throws SQLException {
        return new RelationRow(
                new Pair(new UserId(row.getString("user_id")), new UserId(row.getString("other_id"))),
                new FriendshipId(row.getObject("friendship_id", UUID.class)),
                Timestamps.read(row, "friends_since"),
                Timestamps.read(row, "asked_since"),
                Timestamps.read(row, "asked_by_other_since"),
                Timestamps.read(row, "blocked_since"),
                new Permissions(
                        Permission.valueOf(row.getString("reminders")),
                        Permission.valueOf(row.getString("notes")),
                        Permission.valueOf(row.getString("debts"))),
                row.getLong("version"),
                row.getLong("changed_at"));
    }

    /** After an event that the person has seen. */
    RelationRow after(Recorded<? extends FriendshipEvent> recorded) {
        Instant at = recorded.at();
        boolean own = recorded.event().by().equals(pair.user());
        RelationRow changed = switch (recorded.event()) {
            case FriendshipRequested _ -> own ? asking(at, askedByOther) : asking(asked, at);
            case FriendshipAccepted _ -> anew(at);
            case RequestDeclined _ -> asking(asked, null);
            case RequestWithdrawn _ -> own ? asking(null, askedByOther) : asking(asked, null);
            case FriendshipEnded _ -> anew(null);
            case UserBlocked _ -> asking(asked, null).blocking(at);
            case UserUnblocked _ -> blocking(null);
            case PermissionsSet e -> granting(e.permissions());
            case PermissionUsed _ -> this;
        };
        return changed.at(version + 1, recorded.position());
    }

    private RelationRow asking(@Nullable Instant ownRequest, @Nullable Instant othersRequest) {
        return new RelationRow(
                pair, friendshipId, friends, ownRequest, othersRequest, blocked, permissions, version, changedAt);
    }

    private RelationRow anew(@Nullable Instant friendsSince) {
        return new RelationRow(
                pair, friendshipId, friendsSince, null, null, blocked, Permissions.INITIAL, version, changedAt);
    }

    private RelationRow blocking(@Nullable Instant since) {
        return new RelationRow(
                pair, friendshipId, friends, asked, askedByOther, since, permissions, version, changedAt);
    }

    private RelationRow granting(Permissions granted) {
        return new RelationRow(pair, friendshipId, friends, asked, askedByOther, blocked, granted, version, changedAt);
    }

    private RelationRow at(long newVersion, long position) {
        return new RelationRow(
                pair, friendshipId, friends, asked, askedByOther, blocked, permissions, newVersion, position);
    }
}
