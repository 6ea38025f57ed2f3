package com.eindr.friendship.command;

import com.eindr.friendship.FriendshipCommand.AcceptRequest;
import com.eindr.friendship.FriendshipCommand.BlockUser;
import com.eindr.friendship.FriendshipCommand.DeclineRequest;
import com.eindr.friendship.FriendshipCommand.EndFriendship;
import com.eindr.friendship.FriendshipCommand.RequestFriendship;
import com.eindr.friendship.FriendshipCommand.SetPermissions;
import com.eindr.friendship.FriendshipCommand.UnblockUser;
import com.eindr.friendship.FriendshipCommand.WithdrawRequest;
import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.Permission;
import com.eindr.shared.Patch;
import com.eindr.shared.UserId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** What two people do to each other at random. */
final class Deeds {
    static final UserId ANA = new UserId("ana");
    static final UserId BEN = new UserId("ben");
    static final FriendshipId PAIR = FriendshipId.of(ANA, BEN);

    private Deeds() {}

    enum Deed {
        ASK,
        ACCEPT,
        DECLINE,
        WITHDRAW,
        END,
        BLOCK,
        UNBLOCK,
        ALLOW,
        DENY
    }

    /** @param takes whether the other wants to hear of requests at this moment */
    record Step(UserId by, Deed deed, boolean takes) {
        UserId other() {
            return by.equals(ANA) ? BEN : ANA;
        }

        Object command() {
            return switch (deed) {
                case ASK -> new RequestFriendship(PAIR, by, other(), takes, null);
                case ACCEPT -> new AcceptRequest(PAIR, by);
                case DECLINE -> new DeclineRequest(PAIR, by);
                case WITHDRAW -> new WithdrawRequest(PAIR, by, null);
                case END -> new EndFriendship(PAIR, by);
                case BLOCK -> new BlockUser(PAIR, by, other());
                case UNBLOCK -> new UnblockUser(PAIR, by);
                case ALLOW -> new SetPermissions(PAIR, by, Patch.of(Permission.ALLOW), Patch.absent(), Patch.absent());
                case DENY -> new SetPermissions(PAIR, by, Patch.of(Permission.DENY), Patch.absent(), Patch.absent());
            };
        }
    }

    /** Anybody does anything, in any order, again and again. */
    static final class AnyLife implements ArbitrarySupplier<List<Step>> {
        @Override
        public Arbitrary<List<Step>> get() {
            return Combinators.combine(
                            Arbitraries.of(ANA, BEN),
                            deeds(),
                            Arbitraries.integers().between(0, 5))
                    .as((by, deed, luck) -> new Step(by, deed, luck > 0))
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(40);
        }

        /** Those without which nothing else can happen come more often. */
        private static Arbitrary<Deed> deeds() {
            return Arbitraries.oneOf(
                    Arbitraries.of(Deed.values()), Arbitraries.of(Deed.ASK, Deed.ACCEPT, Deed.WITHDRAW));
        }
    }

    /** Ana does anything; Ben does only what she is not to know of, and may not want to hear of her. */
    static final class SilentLife implements ArbitrarySupplier<List<Step>> {
        @Override
        public Arbitrary<List<Step>> get() {
            Arbitrary<Step> anas = Combinators.combine(AnyLife.deeds(), Arbitraries.of(true, false))
                    .as((deed, takes) -> new Step(ANA, deed, takes));
            Arbitrary<Step> bens =
                    Arbitraries.of(Deed.DECLINE, Deed.BLOCK, Deed.UNBLOCK).map(deed -> new Step(BEN, deed, true));
            return Arbitraries.oneOf(anas, bens).list().ofMinSize(1).ofMaxSize(40);
        }
    }
}
