package com.eindr.friendship.command;

import static com.eindr.friendship.command.Deeds.ANA;
import static com.eindr.friendship.command.Deeds.BEN;
import static com.eindr.friendship.command.Deeds.PAIR;
import static org.assertj.core.api.Assertions.assertThat;

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
import com.eindr.friendship.Permission;
import com.eindr.friendship.command.Deeds.Step;
import com.eindr.friendship.command.InMemoryFriends.Told;
import com.eindr.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Two people who do anything to each other, beside the naive two. */
class FriendshipModelTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);
    private static final FriendshipPolicy ENDLESS =
            new FriendshipPolicy(1_000, 1_000, 1_000, 1_000, Duration.ofDays(7));

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void two_people_live_like_the_naive_two(@ForAll(supplier = Deeds.AnyLife.class) List<Step> life) {
        InMemoryFriends real = new InMemoryFriends(NOON, ENDLESS);
        NaivePair naive = new NaivePair();
        for (Step step : life) {
            Told told = real.send(step.command());

            assertThat(told.refusal()).as("%s of %s", step, life).isEqualTo(naive.live(step));
            for (UserId user : List.of(ANA, BEN)) {
                Sight sight = Sight.of(user, real.between(PAIR));
                assertThat(sight).as("%s after %s of %s", user, step, life).isEqualTo(Sight.of(user, naive, sight));
                if (told.refusal() == null && user.equals(step.by())) {
                    assertThat(told.version()).isEqualTo(sight.version());
                }
            }
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatever_somebody_does_in_silence_the_other_is_answered_as_if_they_did_nothing(
            @ForAll(supplier = Deeds.SilentLife.class) List<Step> life) {
        InMemoryFriends with = new InMemoryFriends(NOON, ENDLESS);
        InMemoryFriends without = new InMemoryFriends(NOON, ENDLESS);
        List<Told> toldWith = new ArrayList<>();
        List<Told> toldWithout = new ArrayList<>();
        for (Step step : life) {
            Told told = with.send(step.command());
            if (step.by().equals(ANA)) {
                toldWith.add(told);
                toldWithout.add(without.send(new Step(ANA, step.deed(), true).command()));
            }
        }
        assertThat(toldWith).as("%s", life).isEqualTo(toldWithout);
        assertThat(Sight.of(ANA, with.between(PAIR))).isEqualTo(Sight.of(ANA, without.between(PAIR)));
    }

    /** What one of the two sees, from the events that are shown to them. */
    private record Sight(
            boolean friends, boolean asks, boolean isAsked, boolean blocks, Permission letsRemind, long version) {

        static Sight of(UserId user, List<FriendshipEvent> events) {
            Sight sight = new Sight(false, false, false, false, Permission.ASK, 0);
            for (FriendshipEvent event : events) {
                if (event.isSeenBy(user)) {
                    sight = sight.after(event, event.by().equals(user));
                }
            }
            return sight;
        }

        /** The naive pair counts nothing. */
        static Sight of(UserId user, NaivePair naive, Sight counted) {
            return new Sight(
                    naive.friends,
                    naive.asks.contains(user),
                    naive.isAsked.contains(user),
                    naive.blocks.contains(user),
                    naive.letsRemind.getOrDefault(user, Permission.ASK),
                    counted.version());
        }

        private Sight after(FriendshipEvent event, boolean own) {
            return switch (event) {
                case FriendshipRequested _ ->
                    new Sight(friends, asks || own, isAsked || !own, blocks, letsRemind, version + 1);
                case FriendshipAccepted _ -> new Sight(true, false, false, blocks, Permission.ASK, version + 1);
                case RequestDeclined _ -> new Sight(friends, asks, false, blocks, letsRemind, version + 1);
                case RequestWithdrawn _ ->
                    new Sight(friends, asks && !own, isAsked && own, blocks, letsRemind, version + 1);
                case FriendshipEnded _ -> new Sight(false, false, false, blocks, Permission.ASK, version + 1);
                case UserBlocked _ -> new Sight(friends, asks, false, true, letsRemind, version + 1);
                case UserUnblocked _ -> new Sight(friends, asks, isAsked, false, letsRemind, version + 1);
                case PermissionsSet set ->
                    new Sight(friends, asks, isAsked, blocks, set.permissions().reminders(), version + 1);
                case PermissionUsed _ -> throw new AssertionError("nobody sees what is only counted");
            };
        }
    }
}
