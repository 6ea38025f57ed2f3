package com.eindr.friendship.command;

import static com.eindr.friendship.command.Deeds.ANA;
import static com.eindr.friendship.command.Deeds.BEN;
import static com.eindr.friendship.command.Deeds.PAIR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.eindr.friendship.FriendshipCommand.RequestFriendship;
import com.eindr.friendship.FriendshipEvent;
import com.eindr.friendship.FriendshipEvent.FriendshipAccepted;
import com.eindr.friendship.FriendshipEvent.FriendshipRequested;
import com.eindr.friendship.FriendshipEvent.PermissionUsed;
import com.eindr.friendship.FriendshipEvent.PermissionsSet;
import com.eindr.friendship.Kind;
import com.eindr.friendship.Permission;
import com.eindr.friendship.Permissions;
import com.eindr.friendship.ProposalCommand.ProposeNote;
import com.eindr.friendship.ProposalId;
import com.eindr.friendship.RequestId;
import com.eindr.friendship.command.Deeds.Step;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a friendship becomes that is restored from what has become of it, and not from all that happened. */
class FriendshipSnapshotTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final FriendshipPolicy STRICT = new FriendshipPolicy(3, 20, 4, 4, Duration.ofDays(7));
    private static final RequestId INVITATION = new RequestId(UUID.fromString("01890000-0000-7000-8000-000000000001"));

    /** The one is loaded from all events, the other from a snapshot every few steps; each step may bring a note as well. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void two_people_restored_from_a_snapshot_live_on_as_they_would_have(
            @ForAll(supplier = Deeds.AnyLife.class) List<Step> life,
            @ForAll @IntRange(min = 1, max = 5) int stepsBetweenSnapshots) {
        InMemoryFriends whole = new InMemoryFriends(CLOCK, STRICT);
        InMemoryFriends restored = new InMemoryFriends(CLOCK, STRICT);
        for (int i = 0; i < life.size(); i++) {
            Step step = life.get(i);
            Object invitation = new RequestFriendship(PAIR, step.by(), step.other(), step.takes(), INVITATION);
            Object note = new ProposeNote(new ProposalId(new UUID(1, i)), step.by(), step.other(), "Milk", "en");
            for (Object command : List.of(i % 7 == 3 ? invitation : step.command(), note)) {
                assertThat(restored.send(command)).as("%s of %s", command, life).isEqualTo(whole.send(command));
            }
            if (i % stepsBetweenSnapshots == 0 && !restored.between(PAIR).isEmpty()) {
                restored.takeSnapshot(PAIR);
            }
        }
        assertThat(restored.between(PAIR)).isEqualTo(whole.between(PAIR));
    }

    @Test
    void whatever_there_is_of_two_people_is_in_their_snapshot() {
        Friendship friendship = new Friendship();
        for (FriendshipEvent event : List.of(
                new FriendshipRequested(PAIR, BEN, ANA, true, INVITATION),
                new FriendshipAccepted(PAIR, ANA, BEN),
                new PermissionsSet(PAIR, ANA, BEN, new Permissions(Permission.ALLOW, Permission.DENY, Permission.ASK)),
                used(ANA, Kind.DEBTS),
                used(ANA, Kind.DEBTS),
                used(ANA, Kind.NOTES),
                used(BEN, Kind.REMINDERS))) {
            friendship.on(event);
        }
        Friendship restored = new Friendship();
        restored.on(friendship.snapshot());
        assertThat(restored.snapshot()).isEqualTo(friendship.snapshot());
        assertThat(restored.snapshot().sides())
                .extracting(
                        FriendshipSnapshot.Person::user,
                        FriendshipSnapshot.Person::debtsOfTheDay,
                        FriendshipSnapshot.Person::usesOfTheDay,
                        FriendshipSnapshot.Person::seen)
                .containsExactly(tuple(ANA, 2, 1, 3L), tuple(BEN, 0, 1, 1L));
        assertThat(restored.isBetweenFriends()).isTrue();
        assertThat(restored.versionSeenBy(ANA)).isEqualTo(friendship.versionSeenBy(ANA));
    }

    private static PermissionUsed used(UserId by, Kind kind) {
        return new PermissionUsed(PAIR, by, by.equals(ANA) ? BEN : ANA, kind, Permission.ASK, NOON);
    }
}
