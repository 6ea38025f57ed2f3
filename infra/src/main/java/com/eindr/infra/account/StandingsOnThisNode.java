package com.eindr.infra.account;

import com.eindr.account.AccountEvent;
import com.eindr.account.AccountEvent.ErasureBegun;
import com.eindr.account.AccountEvent.FlagCleared;
import com.eindr.account.AccountEvent.FlagSet;
import com.eindr.account.AccountEvent.PlanChanged;
import com.eindr.account.AccountEvent.ProfileChanged;
import com.eindr.account.AccountEvent.TimeZoneChanged;
import com.eindr.account.AccountEvent.TrialStarted;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.FlagName;
import com.eindr.account.Profile;
import com.eindr.account.Profiles;
import com.eindr.account.Subscription;
import com.eindr.account.command.Plans;
import com.eindr.infra.flags.PersonalFlags;
import com.eindr.infra.live.TailListener;
import com.eindr.shared.UserId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The plans, flags and profiles of the people whom this node has dealt with lately. Whoever is not known is read from their
 * account's own events, and forgotten when that changes: at once where that happens on this node, and from the tail of the
 * log, which every node follows, where it happens on another.
 *
 * <p>Reading and forgetting cannot pass each other: while a person's events are read, whoever wants them forgotten waits.
 * A change that was committed before the reading is read; one that is committed later is still to be heard of.
 */
@Component
class StandingsOnThisNode implements Plans, PersonalFlags, Profiles, TailListener, SmartInitializingSingleton {
    private static final int REMEMBERED = 100_000;

    /** A bound on what an event missed while the node was starting could do. */
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final ObjectProvider<EventStore> store;
    private final Cache<UserId, Standing> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(LIFETIME)
            .build();

    StandingsOnThisNode(ObjectProvider<EventStore> store) {
        this.store = store;
    }

    @Override
    public Subscription of(UserId user) {
        return standing(user).subscription();
    }

    @Override
    public Map<FlagName, Boolean> flagsOf(UserId user) {
        return standing(user).flags();
    }

    @Override
    public Profile profileOf(UserId user) {
        return standing(user).profile();
    }

    private Standing standing(UserId user) {
        return known.get(user, this::read);
    }

    /** What a person may use, and where they are. */
    private record Standing(Subscription subscription, Map<FlagName, Boolean> flags, Profile profile) {}

    @Override
    public void afterSingletonsInstantiated() {
        store.getObject().subscribe(events -> events.forEach(this::forgetIfChanged));
    }

    @Override
    public void begins(long position) {
        known.invalidateAll();
    }

    @Override
    public void on(TrackedEventMessage<?> event) {
        forgetIfChanged(event);
    }

    private void forgetIfChanged(EventMessage<?> event) {
        switch (event.getPayload()) {
            case PlanChanged fact -> known.invalidate(fact.userId());
            case TrialStarted fact -> known.invalidate(fact.userId());
            case FlagSet fact -> known.invalidate(fact.userId());
            case FlagCleared fact -> known.invalidate(fact.userId());
            case UserRegistered fact -> known.invalidate(fact.userId());
            case ProfileChanged fact -> known.invalidate(fact.userId());
            case TimeZoneChanged fact -> known.invalidate(fact.userId());
            case ErasureBegun fact -> known.invalidate(fact.userId());
            default -> {}
        }
    }

    private Standing read(UserId user) {
        Subscription subscription = Subscription.INITIAL;
        Map<FlagName, Boolean> flags = new HashMap<>();
        Profile profile = Profile.INITIAL;
        DomainEventStream events = store.getObject().readEvents(user.toString());
        while (events.hasNext()) {
            if (events.next().getPayload() instanceof AccountEvent fact) {
                subscription = subscription.after(fact);
                switch (fact) {
                    case FlagSet set -> flags.put(set.flag(), set.on());
                    case FlagCleared cleared -> flags.remove(cleared.flag());
                    case UserRegistered registered -> profile = registered.profile();
                    case ProfileChanged changed -> profile = changed.profile();
                    case TimeZoneChanged changed -> profile = changed.profile();
                    default -> {}
                }
            }
        }
        return new Standing(subscription, Map.copyOf(flags), profile);
    }
}
