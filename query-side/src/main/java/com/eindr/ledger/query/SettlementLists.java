package com.eindr.ledger.query;

import com.eindr.ledger.LedgerQuery.SettlementOf;
import com.eindr.ledger.LedgerQuery.SettlementsChangedSince;
import com.eindr.ledger.LedgerQuery.SettlementsOf;
import com.eindr.ledger.SettlementView;
import com.eindr.shared.Changes;
import com.eindr.shared.Slice;
import com.eindr.shared.query.Cursor;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Answers what there is of settlements, to those who may know of each. */
@Component
final class SettlementLists {
    private final BetweenTwo<SettlementView> settlements;

    SettlementLists(JdbcOperations jdbc) {
        this.settlements = new BetweenTwo<>(
                jdbc,
                "settlement",
                "proposed_by",
                "proposed_at",
                "true",
                (row, index, viewer) -> SettlementRow.read(row, index).seenBy(viewer));
    }

    @QueryHandler
    Slice<SettlementView> list(SettlementsOf query) {
        return settlements.list(
                query.user(),
                query.status(),
                query.counterparty(),
                query.slice(),
                settlement -> Cursor.of(settlement.proposedAt(), settlement.id().value()));
    }

    @QueryHandler
    Optional<SettlementView> one(SettlementOf query) {
        return settlements.one(query.user(), query.settlementId().value());
    }

    @QueryHandler
    Changes<SettlementView> changes(SettlementsChangedSince query) {
        return settlements.changes(SettlementsProjection.NAME, query.user(), query.position(), query.limit());
    }
}
