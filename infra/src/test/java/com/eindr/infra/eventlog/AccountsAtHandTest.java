package com.eindr.infra.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.EindrTest;
import com.eindr.ledger.DebtCommand.RecordDebt;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.EntryCause;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.PairAccountId;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementCommand.ProposeSettlement;
import com.eindr.ledger.SettlementId;
import com.eindr.shared.Money;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Commands;
import com.eindr.shared.web.WriteRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.serialization.RevisionResolver;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** The account of a pair, through which many debts go: how much of it each reads, and that nothing is missed for it. */
@EindrTest
class AccountsAtHandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final UserId ana = new UserId("ana-" + UUID.randomUUID());
    private final Party cem = Party.contactOf(ana, "Cem");
    private final String account = PairAccountId.of(Party.user(ana), cem, EURO).toString();
    private final EventStore store;
    private final PostgresEventLog log;
    private final CommandGateway gateway;
    private final Commands commands;

    @Autowired
    AccountsAtHandTest(EventStore store, PostgresEventLog log, CommandGateway gateway, Commands commands) {
        this.store = store;
        this.log = log;
        this.gateway = gateway;
        this.commands = commands;
    }

    @Test
    void nothing_is_read_twice() {
        for (int i = 0; i < 5; i++) {
            gateway.sendAndWait(debt(newDebt(), 1));
            assertThat(store.readEvents(account).asStream()).hasSize(1);
        }
        gateway.sendAndWait(settlement(5));
        assertRefused(1);
        assertThat(log.readEvents(account, 0).asStream()).hasSize(6);
    }

    @Test
    void what_another_node_has_posted_counts_at_once() {
        gateway.sendAndWait(debt(newDebt(), 10));
        onAnotherNode(1, 1, 5);
        gateway.sendAndWait(settlement(15));
        assertRefused(1);
        onAnotherNode(3, 2, 2);
        assertRefused(5);
        gateway.sendAndWait(settlement(4));
    }

    @Test
    void what_was_refused_or_only_tried_leaves_nothing_behind() {
        DebtId taken = newDebt();
        gateway.sendAndWait(debt(taken, 10));
        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> gateway.sendAndWait(debt(taken, 100)));
        commands.rehearse(debt(newDebt(), 100), new WriteRequest(ana, null, OptionalLong.empty()));
        assertRefused(11);
        gateway.sendAndWait(settlement(10));
    }

    @Test
    void about_every_two_hundred_events_the_table_gets_what_is_at_hand(
            @Autowired DataSource database,
            @Autowired @Qualifier("eventSerializer") Serializer serializer,
            @Autowired RevisionResolver revisions) {
        SnapshotTable afterRestart = new SnapshotTable(database, serializer, revisions, new SnapshotsAtHand());
        onAnotherNode(0, 150, 1);
        gateway.sendAndWait(debt(newDebt(), 1));
        assertThat(afterRestart.read(account)).isEmpty();
        onAnotherNode(151, 250, 1);
        gateway.sendAndWait(debt(newDebt(), 1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(afterRestart.read(account))
                        .map(DomainEventMessage::getSequenceNumber)
                        .contains(401L));
        gateway.sendAndWait(debt(newDebt(), 1));
        gateway.sendAndWait(settlement(403));
        assertRefused(1);
    }

    private void onAnotherNode(long first, int events, long euros) {
        Instant now = Instant.parse("2026-11-23T12:00:00Z");
        log.appendEvents(LongStream.range(first, first + events)
                .mapToObj(number -> new GenericDomainEventMessage<>(
                        "PairAccount",
                        account,
                        number,
                        new EntryPosted(
                                PairAccountId.of(account),
                                cem,
                                Party.user(ana),
                                euros(euros),
                                EntryCause.DEBT,
                                UUID.randomUUID(),
                                LocalDate.of(2026, 11, 23),
                                now,
                                now)))
                .toList());
    }

    private static DebtId newDebt() {
        return new DebtId(UUID.randomUUID());
    }

    private RecordDebt debt(DebtId id, long euros) {
        return new RecordDebt(id, ana, cem, DebtDirection.OWED_TO_ME, euros(euros), null, null, UTC);
    }

    private ProposeSettlement settlement(long euros) {
        return new ProposeSettlement(new SettlementId(UUID.randomUUID()), ana, cem, euros(euros), null, UTC);
    }

    private void assertRefused(long euros) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> gateway.sendAndWait(settlement(euros)))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(LedgerRefusal.MORE_THAN_IS_OWED));
    }

    private static Money euros(long euros) {
        return new Money(euros * 100, EURO);
    }
}
