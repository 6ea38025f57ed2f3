package com.eindr.ledger.query;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.ledger.SettlementEvent;
import com.eindr.ledger.SettlementEvent.SettlementConfirmed;
import com.eindr.ledger.SettlementEvent.SettlementExpired;
import com.eindr.ledger.SettlementEvent.SettlementNudged;
import com.eindr.ledger.SettlementEvent.SettlementProposed;
import com.eindr.ledger.SettlementEvent.SettlementRejected;
import com.eindr.ledger.SettlementEvent.SettlementReversed;
import com.eindr.ledger.SettlementEvent.SettlementWithdrawn;
import com.eindr.ledger.SettlementId;
import com.eindr.ledger.SettlementStatus;
import com.eindr.shared.query.ArrayQuery;
import com.eindr.shared.query.Erasures;
import com.eindr.shared.query.HotViews;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.RowChanges;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** The payments that people say were made, and what became of each. */
@Component
@ProcessingGroup(SettlementsProjection.NAME)
final class SettlementsProjection implements Projection {
    static final String NAME = "settlements";

    private static final RowChanges<SettlementEvent, SettlementId, SettlementRow> CHANGES = new RowChanges<>(
            SettlementEvent::settlementId, SettlementRow::id, SettlementRow::changedAt, SettlementsProjection::after);

    private final JdbcOperations jdbc;
    private final ArrayQuery arrays;
    private final HotViews hotViews;
    private final UnitOfWorkBuffer<SettlementEvent> buffer = new UnitOfWorkBuffer<>(NAME, this::write);
    private final Erasures erasures;

    SettlementsProjection(JdbcOperations jdbc, HotViews hotViews) {
        this.jdbc = jdbc;
        this.arrays = new ArrayQuery(jdbc);
        this.hotViews = hotViews;
        this.erasures = new Erasures(
                NAME,
                buffer,
                jdbc,
                hotViews,
                "DELETE FROM settlement WHERE proposed_by = :person AND other_contact <> ''");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("settlement");
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(SettlementEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    private void write(List<Recorded<SettlementEvent>> batch, boolean rebuilding) {
        Collection<SettlementRow> rows = CHANGES.after(
                batch,
                ids -> arrays.query(
                        "SELECT * FROM settlement WHERE id = ANY (?::uuid[])",
                        SettlementRow::read,
                        ArrayQuery.uuids(ids)));
        SettlementRow.TABLE.upsert(jdbc, rows);
        if (!rebuilding) {
            hotViews.moved(NAME, batch.getLast().position(), Set.of());
        }
    }

    private static SettlementRow after(@Nullable SettlementRow row, Recorded<SettlementEvent> recorded) {
        if (row == null) {
            if (recorded.event() instanceof SettlementProposed fact) {
                return SettlementRow.of(fact, recorded);
            }
            throw new IllegalStateException(
                    "settlement " + recorded.event().settlementId() + " has a later event but was never proposed");
        }
        return switch (recorded.event()) {
            case SettlementProposed _ -> row;
            case SettlementNudged e -> row.nudged(e.number(), recorded);
            case SettlementConfirmed e -> row.settled(SettlementStatus.CONFIRMED, e.at(), recorded);
            case SettlementRejected e -> row.settled(SettlementStatus.REJECTED, e.at(), recorded);
            case SettlementWithdrawn e -> row.settled(SettlementStatus.WITHDRAWN, e.at(), recorded);
            case SettlementExpired e -> row.settled(SettlementStatus.EXPIRED, e.at(), recorded);
            case SettlementReversed e -> row.reversed(e.reason(), e.at(), recorded);
        };
    }
}
