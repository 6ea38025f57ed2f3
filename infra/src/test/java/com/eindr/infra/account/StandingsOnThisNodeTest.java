package com.eindr.infra.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AccountEvent;
import com.eindr.account.AccountEvent.FlagSet;
import com.eindr.account.AccountEvent.PlanChanged;
import com.eindr.account.AccountEvent.ProfileChanged;
import com.eindr.account.AccountEvent.TimeZoneChanged;
import com.eindr.account.AccountEvent.TrialStarted;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.FlagName;
import com.eindr.account.Plan;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.account.Subscription;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class StandingsOnThisNodeTest {
    private static final UserId ANA = new UserId("ana");
    private static final Instant END = Instant.parse("2026-12-14T09:00:00Z");

    private final AtomicInteger reads = new AtomicInteger();
    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine() {
        @Override
        public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
            reads.incrementAndGet();
            return super.readEvents(aggregateIdentifier, firstSequenceNumber);
        }
    };
    private final EventStore store =
            EmbeddedEventStore.builder().storageEngine(log).build();
    private final StandingsOnThisNode standings = new StandingsOnThisNode(provider());
    private long next;

    @BeforeEach
    void ana_is_on_trial() {
        standings.afterSingletonsInstantiated();
        onAnotherNode(new UserRegistered(ANA, Profile.INITIAL, Preferences.INITIAL));
        onAnotherNode(new TrialStarted(ANA, END));
    }

    @Test
    void somebody_is_read_once_and_then_known() {
        for (int i = 0; i < 100; i++) {
            assertThat(standings.of(ANA)).isEqualTo(new Subscription(Plan.TRIAL, END));
            assertThat(standings.flagsOf(ANA)).isEmpty();
        }
        assertThat(reads).hasValue(1);
    }

    @Test
    void somebody_who_is_nobody_has_no_trial_yet() {
        assertThat(standings.of(new UserId("nobody"))).isEqualTo(Subscription.INITIAL);
    }

    @Test
    void a_change_on_this_node_counts_at_once() {
        standings.of(ANA);
        store.publish(message(new PlanChanged(ANA, Plan.PRO, "root")));
        assertThat(standings.of(ANA).plan()).isEqualTo(Plan.PRO);
    }

    @Test
    void a_change_on_another_node_counts_when_the_tail_passes_it_on() {
        standings.of(ANA);
        DomainEventMessage<?> changed = onAnotherNode(new PlanChanged(ANA, Plan.EXPIRED, "root"));
        DomainEventMessage<?> set = onAnotherNode(new FlagSet(ANA, new FlagName("beta"), true, "root"));
        assertThat(standings.of(ANA).plan()).isEqualTo(Plan.TRIAL);

        standings.on(new GenericTrackedEventMessage<>(new GlobalSequenceTrackingToken(3), changed));
        standings.on(new GenericTrackedEventMessage<>(new GlobalSequenceTrackingToken(4), set));
        assertThat(standings.of(ANA).plan()).isEqualTo(Plan.EXPIRED);
        assertThat(standings.flagsOf(ANA)).containsEntry(new FlagName("beta"), true);
    }

    @Test
    void somebody_is_where_they_said_last() {
        assertThat(standings.profileOf(new UserId("nobody"))).isEqualTo(Profile.INITIAL);
        assertThat(standings.profileOf(ANA)).isEqualTo(Profile.INITIAL);
        Profile renamed = new Profile("Ana", "de", Profile.INITIAL.timeZone());
        store.publish(message(new ProfileChanged(ANA, renamed)));
        assertThat(standings.profileOf(ANA)).isEqualTo(renamed);
        Profile inKarachi = new Profile("Ana", "de", ZoneId.of("Asia/Karachi"));
        store.publish(message(new TimeZoneChanged(ANA, inKarachi)));
        assertThat(standings.profileOf(ANA)).isEqualTo(inKarachi);
    }

    @Test
    void somebody_who_comes_for_the_first_time_is_known_from_then_on() {
        UserId ben = new UserId("ben");
        assertThat(standings.profileOf(ben)).isEqualTo(Profile.INITIAL);
        Profile told = new Profile("Ben", "en", ZoneId.of("Europe/London"));
        store.publish(new GenericDomainEventMessage<>(
                "Account", ben.toString(), 0, new UserRegistered(ben, told, Preferences.INITIAL)));
        assertThat(standings.profileOf(ben)).isEqualTo(told);
    }

    @Test
    void what_changed_before_the_tail_began_is_not_missed() {
        standings.of(ANA);
        onAnotherNode(new PlanChanged(ANA, Plan.ELITE, "root"));
        standings.begins(3);
        assertThat(standings.of(ANA).plan()).isEqualTo(Plan.ELITE);
    }

    private DomainEventMessage<?> onAnotherNode(AccountEvent event) {
        DomainEventMessage<?> message = message(event);
        log.appendEvents(message);
        return message;
    }

    private DomainEventMessage<?> message(AccountEvent event) {
        return new GenericDomainEventMessage<>("Account", ANA.toString(), next++, event);
    }

    private ObjectProvider<EventStore> provider() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("eventStore", store);
        return beans.getBeanProvider(EventStore.class);
    }
}
