package com.eindr.infra.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.eindr.friendship.FriendshipEvent.FriendshipAccepted;
import com.eindr.friendship.FriendshipEvent.FriendshipEnded;
import com.eindr.friendship.FriendshipEvent.FriendshipRequested;
import com.eindr.friendship.FriendshipEvent.PermissionUsed;
import com.eindr.friendship.FriendshipId;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.Kind;
import com.eindr.friendship.Permission;
import com.eindr.infra.testing.EindrTest;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.Party;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Two friends who have done much for each other: how much of it one more debt reads, and that nothing is missed for it. */
@EindrTest
class FriendshipAtHandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant LAST_YEAR = Instant.parse("2025-11-23T12:00:00Z");
    private static final int USES = 500;

    private final UserId ana = new UserId("ana-" + UUID.randomUUID());
    private final UserId ben = new UserId("ben-" + UUID.randomUUID());
    private final FriendshipId pair = FriendshipId.of(ana, ben);
    private final EventStore store;
    private final PostgresEventLog log;
    private final CommandGateway gateway;

    @Autowired
    FriendshipAtHandTest(EventStore store, PostgresEventLog log, CommandGateway gateway) {
        this.store = store;
        this.log = log;
        this.gateway = gateway;
    }

    @BeforeEach
    void friends_for_years() {
        List<Object> life = new ArrayList<>(
                List.of(new FriendshipRequested(pair, ana, ben, true, null), new FriendshipAccepted(pair, ben, ana)));
        for (int i = 0; i < USES; i++) {
            life.add(new PermissionUsed(pair, ana, ben, Kind.DEBTS, Permission.ASK, LAST_YEAR));
        }
        append(0, life);
    }

    /** Before there were snapshots of them, each debt read all that had happened: 502 events for the first one here. */
    @Test
    void after_one_debt_the_next_reads_one_value_and_nothing_else() {
        assertThat(read()).isEqualTo(2 + USES);
        for (int i = 0; i < 5; i++) {
            gateway.sendAndWait(debt());
            assertThat(read()).isEqualTo(1);
        }
        assertThat(log.readEvents(pair.toString(), 0).asStream()).hasSize(2 + USES + 5);
    }

    @Test
    void another_node_and_this_one_after_a_restart_find_it_in_the_table(
            @Autowired DataSource database,
            @Autowired @Qualifier("eventSerializer") Serializer serializer,
            @Autowired RevisionResolver revisions) {
        SnapshotTable afterRestart = new SnapshotTable(database, serializer, revisions, new SnapshotsAtHand());
        gateway.sendAndWait(debt());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(afterRestart.read(pair.toString()))
                        .map(DomainEventMessage::getSequenceNumber)
                        .contains(2L + USES));
        assertThat(afterRestart.read(pair.toString()).map(DomainEventMessage::getPayload))
                .isEqualTo(
                        store.readEvents(pair.toString()).asStream().findFirst().map(DomainEventMessage::getPayload));
    }

    @Test
    void that_they_are_friends_no_more_counts_at_once_whoever_recorded_it() {
        gateway.sendAndWait(debt());
        append(3 + USES, List.of(new FriendshipEnded(pair, ben, ana)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> gateway.sendAndWait(debt()))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(FriendshipRefusal.FRIEND_NOT_FOUND));
    }

    private long read() {
        return store.readEvents(pair.toString()).asStream().count();
    }

    private void append(long first, List<?> events) {
        List<GenericDomainEventMessage<?>> messages = new ArrayList<>();
        for (Object event : events) {
            messages.add(
                    new GenericDomainEventMessage<>("Friendship", pair.toString(), first + messages.size(), event));
        }
        log.appendEvents(messages);
    }

    private RecordDebt debt() {
        return new RecordDebt(
                new DebtId(UUID.randomUUID()),
                ana,
                Party.user(ben),
                DebtDirection.OWED_TO_ME,
                new Money(100, Currency.getInstance("EUR")),
                null,
                null,
                ZoneId.of("UTC"));
    }
}
