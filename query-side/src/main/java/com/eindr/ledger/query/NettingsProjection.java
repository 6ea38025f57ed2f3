package com.eindr.ledger.query;

import com.eindr.ledger.NettingEvent;
import com.eindr.ledger.NettingEvent.NettingProposed;
import com.eindr.ledger.NettingId;
import com.eindr.shared.query.ArrayQuery;
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

/** What friends propose to owe less in a circle, and what became of each. */
@Component
@ProcessingGroup(NettingsProjection.NAME)
final class NettingsProjection implements Projection {
    static final String NAME = "nettings";

    private static final RowChanges<NettingEvent, NettingId, NettingRow> CHANGES = new RowChanges<>(
            NettingEvent::nettingId, row -> row.netting().id(), NettingRow::changedAt, NettingsProjection::after);

    private final JdbcOperations jdbc;
    private final ArrayQuery arrays;
    private final HotViews hotViews;
    private final UnitOfWorkBuffer<NettingEvent> buffer = new UnitOfWorkBuffer<>(NAME, this::write);

    NettingsProjection(JdbcOperations jdbc, HotViews hotViews) {
        this.jdbc = jdbc;
        this.arrays = new ArrayQuery(jdbc);
        this.hotViews = hotViews;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("netting", "netting_party");
    }

    @EventHandler
    void on(NettingEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    private void write(List<Recorded<NettingEvent>> batch, boolean rebuilding) {
        Collection<NettingRow> rows = CHANGES.after(
                batch,
                ids -> arrays.query(
                        NettingRow.SELECT + " WHERE n.id = ANY (?::uuid[])", NettingRow::read, ArrayQuery.uuids(ids)));
        NettingRow.TABLE.upsert(jdbc, rows);
        NettingRow.Member.TABLE.upsert(
                jdbc, rows.stream().flatMap(NettingRow::members).toList());
        if (!rebuilding) {
            hotViews.moved(NAME, batch.getLast().position(), Set.of());
        }
    }

    private static NettingRow after(@Nullable NettingRow row, Recorded<NettingEvent> recorded) {
        if (row != null) {
            return row.after(recorded.event(), recorded);
        }
        if (recorded.event() instanceof NettingProposed fact) {
            return NettingRow.of(fact, recorded);
        }
        throw new IllegalStateException(
                "netting " + recorded.event().nettingId() + " has a later event but was never proposed");
    }
}
