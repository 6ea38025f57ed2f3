package com.eindr.friendship.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AccountEvent.ProfileChanged;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.friendship.ConsentView;
import com.eindr.friendship.FriendView;
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
import com.eindr.friendship.FriendshipQuery.ConsentsOf;
import com.eindr.friendship.FriendshipQuery.FriendsOf;
import com.eindr.friendship.FriendshipQuery.ProposalsOf;
import com.eindr.friendship.FriendshipQuery.RequestsOf;
import com.eindr.friendship.InvitationEvent.FriendInvited;
import com.eindr.friendship.Kind;
import com.eindr.friendship.Permission;
import com.eindr.friendship.Permissions;
import com.eindr.friendship.ProposalEvent.ProposalAccepted;
import com.eindr.friendship.ProposalEvent.ProposalExpired;
import com.eindr.friendship.ProposalEvent.ReminderProposed;
import com.eindr.friendship.ProposalId;
import com.eindr.friendship.ProposalStatus;
import com.eindr.friendship.ProposalView;
import com.eindr.friendship.ReminderOffer;
import com.eindr.friendship.RequestBudgetEvent.RequestClosed;
import com.eindr.friendship.RequestBudgetId;
import com.eindr.friendship.RequestId;
import com.eindr.friendship.RequestView;
import com.eindr.notification.NotificationQuery.ChangesSince;
import com.eindr.notification.SyncView;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Timing;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Log;
import com.eindr.shared.query.ReadModels;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FriendsProjectionsTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final FriendshipId PAIR = FriendshipId.of(ANA, BEN);
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final SliceRequest ALL = new SliceRequest(100, null);
    private static final List<String> TABLES = List.of("relation", "invitation", "friend_name", "proposal", "consent");

    private final ReadModels models = ReadModels.fresh();
    private final Log log = new Log();

    @Test
    void each_sees_their_own_part() {
        named(ANA, "Ana");
        log.append(PAIR, new FriendshipRequested(PAIR, ANA, BEN, true, null));
        log.append(PAIR, new RequestDeclined(PAIR, BEN, ANA));
        models.handle(log.all(), 10);

        assertThat(models.slice(new RequestsOf(ANA, null, ALL), RequestView.class)
                        .items())
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.version()).isEqualTo(1);
                    assertThat(request.displayName()).isNull();
                });
        assertThat(models.slice(new RequestsOf(BEN, null, ALL), RequestView.class)
                        .items())
                .isEmpty();
    }

    @Test
    void a_new_name_reaches_the_devices_of_friends() {
        named(ANA, "Ana");
        log.append(PAIR, new FriendshipRequested(PAIR, ANA, BEN, true, null));
        log.append(PAIR, new FriendshipAccepted(PAIR, BEN, ANA));
        models.handle(log.all(), 10);
        SyncView before = models.ask(new ChangesSince(BEN, null, 100), SyncView.class);
        long seen = log.position();
        log.append(ANA, new ProfileChanged(ANA, new Profile("Anna", "en", ZoneId.of("UTC"))));
        models.handle(log.after(seen), 10);

        SyncView after = models.ask(new ChangesSince(BEN, before.nextCursor(), 100), SyncView.class);
        assertThat(after.relations())
                .singleElement()
                .satisfies(relation -> assertThat(relation.friend())
                        .extracting(FriendView::displayName)
                        .isEqualTo("Anna"));
        assertThat(models.ask(new ChangesSince(BEN, after.nextCursor(), 100), SyncView.class)
                        .relations())
                .isEmpty();
    }

    @Test
    void a_request_to_an_address_is_open_until_its_count_is_closed() {
        RequestId request = new RequestId(UUID.fromString("0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"));
        log.append(request, new FriendInvited(request, ANA, BEN));
        log.append(PAIR, new FriendshipRequested(PAIR, ANA, BEN, true, request));
        models.handle(log.all(), 10);
        assertThat(models.slice(new RequestsOf(ANA, null, ALL), RequestView.class)
                        .items())
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.id()).isEqualTo(request);
                    assertThat(open.userId()).isNull();
                });

        long seen = log.position();
        RequestBudgetId budget = RequestBudgetId.of(ANA);
        log.append(budget, new RequestClosed(budget, ANA, request));
        log.append(PAIR, new FriendshipAccepted(PAIR, BEN, ANA));
        models.handle(log.after(seen), 1);
        assertThat(models.slice(new RequestsOf(ANA, null, ALL), RequestView.class)
                        .items())
                .isEmpty();
        assertThat(models.slice(new FriendsOf(ANA, ALL), FriendView.class).items())
                .hasSize(1);
    }

    @Test
    void consents_are_counted_while_they_are_friends_and_denied_tries_are_not() {
        log.append(PAIR, new FriendshipAccepted(PAIR, BEN, ANA));
        log.append(PAIR, used(Permission.ASK));
        log.append(PAIR, used(Permission.DENY));
        log.append(PAIR, set(Permission.ALLOW));
        log.append(PAIR, used(Permission.ALLOW));
        models.handle(log.all(), 2);
        assertThat(models.slice(new ConsentsOf(BEN, ALL), ConsentView.class).items())
                .filteredOn(consent -> consent.kind() == Kind.REMINDERS)
                .singleElement()
                .satisfies(consent -> {
                    assertThat(consent.used()).isEqualTo(2);
                    assertThat(consent.permission()).isEqualTo(Permission.ALLOW);
                });
        long seen = log.position();
        log.append(PAIR, new FriendshipEnded(PAIR, BEN, ANA));
        models.handle(log.after(seen), 1);
        assertThat(models.slice(new ConsentsOf(BEN, ALL), ConsentView.class).items())
                .isEmpty();
    }

    @Test
    void a_proposal_that_is_denied_is_the_senders_only() {
        ProposalId asked = propose(1, Permission.ASK);
        ProposalId denied = propose(2, Permission.DENY);
        log.append(asked, new ProposalAccepted(asked, ANA, BEN, true, new UUID(7, 7), NOON));
        log.append(denied, new ProposalExpired(denied, ANA, BEN, false, NOON.plusSeconds(1)));
        models.handle(log.all(), 3);

        assertThat(models.slice(new ProposalsOf(BEN, null, null, ALL), ProposalView.class)
                        .items())
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.madeId()).isEqualTo(new UUID(7, 7)));
        assertThat(models.slice(new ProposalsOf(ANA, null, ProposalStatus.EXPIRED, ALL), ProposalView.class)
                        .items())
                .extracting(ProposalView::id)
                .containsExactly(denied);
        assertThat(models.slice(new ProposalsOf(ANA, null, null, ALL), ProposalView.class)
                        .items())
                .hasSize(2)
                .allSatisfy(proposal -> assertThat(proposal.madeId()).isNull());
    }

    @Test
    void the_same_events_make_the_same_tables_however_they_are_batched() {
        Random luck = new Random(7);
        for (int i = 0; i < 400; i++) {
            append(luck, i);
        }
        Set<String> digests = new HashSet<>();
        for (int batch : new int[] {1, 7, 400}) {
            models.clear();
            models.handle(log.all(), batch);
            digests.add(models.digest(TABLES));
        }
        assertThat(digests).hasSize(1);
        String complete = digests.iterator().next();
        models.handle(log.all(), 50);
        assertThat(models.digest(List.of("relation", "friend_name", "proposal")))
                .isEqualTo(complete.lines()
                        .filter(line -> line.matches("(relation|friend_name|proposal) .*"))
                        .reduce((one, other) -> one + "\n" + other)
                        .orElseThrow());
    }

    private void append(Random luck, int number) {
        UserId by = new UserId("user" + luck.nextInt(4));
        UserId other = new UserId("other" + luck.nextInt(4));
        FriendshipId pair = FriendshipId.of(by, other);
        switch (luck.nextInt(10)) {
            case 0, 1 -> log.append(pair, new FriendshipRequested(pair, by, other, luck.nextBoolean(), null));
            case 2, 3 -> log.append(pair, new FriendshipAccepted(pair, other, by));
            case 4 -> log.append(pair, new RequestWithdrawn(pair, by, other, luck.nextBoolean(), null));
            case 5 -> log.append(pair, new FriendshipEnded(pair, by, other));
            case 6 -> log.append(pair, new UserBlocked(pair, by, other));
            case 7 -> log.append(pair, new UserUnblocked(pair, by, other));
            case 8 -> named(luck.nextBoolean() ? by : other, luck.nextBoolean() ? "Name " + number : null);
            default ->
                log.append(
                        pair,
                        luck.nextBoolean()
                                ? new PermissionUsed(pair, by, other, Kind.NOTES, Permission.ALLOW, NOON)
                                : new PermissionsSet(
                                        pair,
                                        other,
                                        by,
                                        new Permissions(Permission.ALLOW, Permission.DENY, Permission.ASK)));
        }
    }

    private void named(UserId user, @Nullable String name) {
        log.append(user, new UserRegistered(user, new Profile(name, "en", ZoneId.of("UTC")), Preferences.INITIAL));
    }

    private static PermissionUsed used(Permission permission) {
        return new PermissionUsed(PAIR, ANA, BEN, Kind.REMINDERS, permission, NOON);
    }

    private static PermissionsSet set(Permission permission) {
        return new PermissionsSet(PAIR, BEN, ANA, new Permissions(permission, Permission.ASK, Permission.ASK));
    }

    private ProposalId propose(int number, Permission permission) {
        ProposalId id = new ProposalId(new UUID(1, number));
        ReminderOffer offer = new ReminderOffer(
                "Run",
                null,
                LocalDateTime.parse("2026-12-07T09:00"),
                ZoneId.of("Asia/Karachi"),
                Timing.FIXED,
                null,
                RepeatFrom.FROM_DUE,
                OnMissed.FIRE_LATE,
                Duration.ofMinutes(10));
        log.append(id, new ReminderProposed(id, PAIR, ANA, BEN, permission, offer, NOON, NOON.plusSeconds(60)));
        return id;
    }
}
