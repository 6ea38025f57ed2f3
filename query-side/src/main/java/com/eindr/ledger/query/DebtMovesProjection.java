package com.eindr.ledger.query;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.ledger.DebtMoveEvent;
import com.eindr.ledger.DebtMoveEvent.DebtMoveProposed;
import com.eindr.ledger.DebtMoveId;
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

/** What people say was owed with a friend all along, and what became of it. */
@Component
@ProcessingGroup(DebtMovesProjection.NAME)
final class DebtMovesProjection implements Projection {
    static final String NAME = "debt-moves";

    private static final RowChanges<DebtMoveEvent, DebtMoveId, DebtMoveRow> CHANGES = new RowChanges<>(
            DebtMoveEvent::moveId, row -> row.move().id(), DebtMoveRow::changedAt, DebtMovesProjection::after);

    private final JdbcOperations jdbc;
    private final ArrayQuery arrays;
    private final HotViews hotViews;
    private final UnitOfWorkBuffer<DebtMoveEvent> buffer = new UnitOfWorkBuffer<>(NAME, this::write);
    private final Erasures erasures;

    DebtMovesProjection(JdbcOperations jdbc, HotViews hotViews) {
        this.jdbc = jdbc;
        this.arrays = new ArrayQuery(jdbc);
        this.hotViews = hotViews;
        this.erasures = new Erasures(NAME, buffer, jdbc, hotViews, """
            UPDATE debt_move SET changed_at = :position,
                   contact = CASE WHEN proposed_by = :person THEN '' ELSE contact END,
                   reason = CASE WHEN other_id = :person THEN NULL ELSE reason END
            WHERE :person IN (proposed_by, other_id)\
            """);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("debt_move");
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(DebtMoveEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    private void write(List<Recorded<DebtMoveEvent>> batch, boolean rebuilding) {
        Collection<DebtMoveRow> rows = CHANGES.after(
                batch,
                ids -> arrays.query(
                        "SELECT * FROM debt_move WHERE id = ANY (?::uuid[])",
                        DebtMoveRow::read,
                        ArrayQuery.uuids(ids)));
        DebtMoveRow.TABLE.upsert(jdbc, rows);
        if (!rebuilding) {
            hotViews.moved(NAME, batch.getLast().position(), Set.of());
        }
    }

    private static DebtMoveRow after(@Nullable DebtMoveRow row, Recorded<DebtMoveEvent> recorded) {
        if (row != null) {
            return row.after(recorded.event(), recorded);
        }
        if (recorded.event() instanceof DebtMoveProposed fact) {
            return DebtMoveRow.of(fact, recorded);
        }
        throw new IllegalStateException(
                "move " + recorded.event().moveId() + " has a later event but was never proposed");
    }
}
