package com.eindr.friendship.command;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.eindr.friendship.FriendshipCommand.AcceptRequest;
import com.eindr.friendship.FriendshipCommand.BlockUser;
import com.eindr.friendship.FriendshipCommand.DeclineRequest;
import com.eindr.friendship.FriendshipCommand.EndFriendship;
import com.eindr.friendship.FriendshipCommand.RequestFriendship;
import com.eindr.friendship.FriendshipCommand.SetPermissions;
import com.eindr.friendship.FriendshipCommand.UnblockUser;
import com.eindr.friendship.FriendshipCommand.WithdrawRequest;
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
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Kind;
import com.eindr.friendship.Permission;
import com.eindr.friendship.Permissions;
import com.eindr.friendship.RequestId;
import com.eindr.shared.MessageKeys;
import com.eindr.shared.SeenApart;
import com.eindr.shared.Snapshotted;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Two people, and all that is between them.
 *
 * <p>What one does in silence (decline, block, take no requests) changes no answer that the other is given: neither a
 * refusal, nor a version, nor a count. Whoever is not told that their request was declined may believe it open, so to
 * them it is, and the two are friends as soon as the other asks as well.
 *
 * <p>Whatever one does for the other is an event here, so years of it are read as one value ({@link FriendshipSnapshot}).
 */
@Aggregate
class Friendship implements SeenApart, Snapshotted {
    @AggregateIdentifier
    private @Nullable FriendshipId friendshipId;

    private final Sides sides = new Sides();
    private boolean friends;

    /** For the framework, which fills a new instance from the pair's events. */
    Friendship() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(RequestFriendship command, RequestBudgets budgets, Clock clock) {
        UserId by = command.by();
        UserId other = command.other();
        Sides.requireTwo(by, other);
        Side mine = sides.of(by);
        Side theirs = sides.of(other);
        if (friends) {
            throw FriendshipRefusal.FRIENDS_ALREADY.refusal();
        }
        if (mine.blocks) {
            throw FriendshipRefusal.BLOCKED_BY_YOU.refusal();
        }
        if (mine.wants(command.invitation())) {
            return versionSeenBy(by);
        }
        RequestId invitation = command.invitation();
        if (theirs.wants()) {
            budgets.closeAll(other, by);
            if (invitation != null) {
                budgets.close(by, invitation);
            }
            record(new FriendshipAccepted(command.friendshipId(), by, other));
            return versionSeenBy(by);
        }
        boolean delivered = command.takesRequests() && !theirs.blocks && !theirs.declines && !mine.isBeforeTheOther;
        if (invitation == null) {
            budgets.count(by, RequestId.of(command.friendshipId()), other, clock.instant());
        }
        record(new FriendshipRequested(command.friendshipId(), by, other, delivered, invitation));
        return versionSeenBy(by);
    }

    @CommandHandler
    long handle(AcceptRequest command, RequestBudgets budgets) {
        UserId other = sides.otherThan(command.by(), FriendshipRefusal.REQUEST_NOT_FOUND);
        if (!friends) {
            requireAsked(other);
            budgets.closeAll(other, command.by());
            record(new FriendshipAccepted(command.friendshipId(), command.by(), other));
        }
        return versionSeenBy(command.by());
    }

    @CommandHandler
    long handle(DeclineRequest command) {
        UserId other = sides.otherThan(command.by(), FriendshipRefusal.REQUEST_NOT_FOUND);
        Side mine = sides.of(command.by());
        if (!mine.declines || sides.of(other).isBeforeTheOther) {
            requireAsked(other);
            record(new RequestDeclined(command.friendshipId(), command.by(), other));
        }
        return versionSeenBy(command.by());
    }

    @CommandHandler
    long handle(WithdrawRequest command, RequestBudgets budgets) {
        UserId by = command.by();
        UserId other = sides.otherThan(by, FriendshipRefusal.REQUEST_NOT_FOUND);
        if (!sides.of(by).wants(command.invitation())) {
            throw FriendshipRefusal.REQUEST_NOT_FOUND.refusal();
        }
        withdraw(by, other, command.invitation(), budgets);
        return versionSeenBy(by);
    }

    @CommandHandler
    long handle(EndFriendship command) {
        UserId other = friendOf(command.by());
        record(new FriendshipEnded(command.friendshipId(), command.by(), other));
        return versionSeenBy(command.by());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(BlockUser command, RequestBudgets budgets) {
        UserId by = command.by();
        UserId other = command.other();
        Sides.requireTwo(by, other);
        Side mine = sides.of(by);
        if (!mine.blocks) {
            if (friends) {
                record(new FriendshipEnded(command.friendshipId(), by, other));
            }
            List<@Nullable RequestId> open = new ArrayList<>(mine.invitations);
            if (mine.asks) {
                open.add(null);
            }
            open.forEach(request -> withdraw(by, other, request, budgets));
            record(new UserBlocked(command.friendshipId(), by, other));
        }
        return versionSeenBy(by);
    }

    @CommandHandler
    long handle(UnblockUser command) {
        UserId other = sides.otherThan(command.by(), FriendshipRefusal.BLOCK_NOT_FOUND);
        if (!sides.of(command.by()).blocks) {
            throw FriendshipRefusal.BLOCK_NOT_FOUND.refusal();
        }
        record(new UserUnblocked(command.friendshipId(), command.by(), other));
        return versionSeenBy(command.by());
    }

    @CommandHandler
    long handle(SetPermissions command) {
        UserId other = friendOf(command.by());
        Permissions before = sides.of(command.by()).grants;
        Permissions after = new Permissions(
                command.reminders().orKeepRequired(before.reminders()),
                command.notes().orKeepRequired(before.notes()),
                command.debts().orKeepRequired(before.debts()));
        if (!after.equals(before)) {
            record(new PermissionsSet(command.friendshipId(), command.by(), other, after));
        }
        return versionSeenBy(command.by());
    }

    /**
     * Makes use of what the other lets a friend do; part of the command that does it.
     *
     * <p>The event collides with whatever ends the friendship at the same moment, so that nothing is proposed to somebody
     * who is a friend no more. It is recorded under DENY too, where the day's count must end as it does elsewhere.
     */
    Permission use(UserId by, Kind kind, Instant now, FriendshipPolicy policy) {
        UserId other = friendOf(by);
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!sides.of(by).mayUse(kind, day, policy)) {
            throw FriendshipRefusal.TOO_MANY_PROPOSALS_TODAY.refusal();
        }
        Permission permission = sides.of(other).grants.of(kind);
        record(new PermissionUsed(id(), by, other, kind, permission, now.truncatedTo(ChronoUnit.MILLIS)));
        return permission;
    }

    boolean isBetweenFriends() {
        return friends;
    }

    @Override
    public long versionSeenBy(UserId user) {
        return sides.of(user).seen;
    }

    /** The last of several requests takes what the other has before them away with it. */
    private void withdraw(UserId by, UserId other, @Nullable RequestId invitation, RequestBudgets budgets) {
        Side mine = sides.of(by);
        int requests = mine.invitations.size() + (mine.asks ? 1 : 0);
        if (invitation == null) {
            budgets.close(by, RequestId.of(id()));
        }
        record(new RequestWithdrawn(id(), by, other, mine.isBeforeTheOther && requests == 1, invitation));
    }

    private void requireAsked(UserId other) {
        if (!sides.of(other).isBeforeTheOther) {
            throw FriendshipRefusal.REQUEST_NOT_FOUND.refusal();
        }
    }

    private UserId friendOf(UserId by) {
        UserId other = sides.otherThan(by, FriendshipRefusal.FRIEND_NOT_FOUND);
        if (!friends) {
            throw FriendshipRefusal.FRIEND_NOT_FOUND.refusal();
        }
        return other;
    }

    private FriendshipId id() {
        return Objects.requireNonNull(friendshipId, "an event tells the id");
    }

    /** The one who acted is told how many events they have seen, whatever the other did meanwhile. */
    private void record(FriendshipEvent event) {
        long version = sides.of(event.by()).seen + (event.isSeenBy(event.by()) ? 1 : 0);
        apply(event, MetaData.with(MessageKeys.VERSION, Long.toString(version)));
    }

    @Override
    public FriendshipSnapshot snapshot() {
        return new FriendshipSnapshot(id(), friends, sides.snapshot());
    }

    @EventSourcingHandler
    void on(FriendshipSnapshot snapshot) {
        friendshipId = snapshot.friendshipId();
        friends = snapshot.friends();
        sides.restore(snapshot.sides());
    }

    @EventSourcingHandler
    void on(FriendshipEvent event) {
        friendshipId = event.friendshipId();
        Side by = sides.join(event.by());
        Side other = sides.join(event.other());
        switch (event) {
            case FriendshipRequested asked -> {
                by.ask(asked.invitation());
                by.isBeforeTheOther |= asked.delivered();
                // Whoever asks has changed their mind.
                by.declines = false;
            }
            case FriendshipAccepted _ -> {
                friends = true;
                by.beginAnew();
                other.beginAnew();
            }
            case RequestDeclined _ -> {
                by.declines = true;
                other.isBeforeTheOther = false;
            }
            case RequestWithdrawn withdrawn -> {
                by.askNoLonger(withdrawn.invitation());
                by.isBeforeTheOther &= !withdrawn.delivered();
            }
            case FriendshipEnded _ -> {
                friends = false;
                by.beginAnew();
                other.beginAnew();
            }
            case UserBlocked _ -> {
                by.blocks = true;
                other.isBeforeTheOther = false;
            }
            case UserUnblocked _ -> by.blocks = false;
            case PermissionsSet set -> by.grants = set.permissions();
            case PermissionUsed used -> by.use(used.kind(), LocalDate.ofInstant(used.usedAt(), ZoneOffset.UTC));
        }
        sides.see(event);
    }
}
