package com.eindr.ledger.query;

import com.eindr.ledger.DebtView;
import com.eindr.ledger.LedgerQuery.DebtOf;
import com.eindr.ledger.LedgerQuery.DebtsChangedSince;
import com.eindr.ledger.LedgerQuery.DebtsOf;
import com.eindr.shared.Changes;
import com.eindr.shared.Slice;
import com.eindr.shared.query.Cursor;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Answers what there is of debts, to those who may know of each. */
@Component
final class DebtLists {
    private final BetweenTwo<DebtView> debts;

    DebtLists(JdbcOperations jdbc) {
        this.debts = new BetweenTwo<>(
                jdbc,
                "debt",
                "recorded_by",
                "recorded_at",
                "delivered",
                (row, index, viewer) -> DebtRow.read(row, index).seenBy(viewer));
    }

    @QueryHandler
    Slice<DebtView> list(DebtsOf query) {
        return debts.list(
                query.user(),
                query.status(),
                query.counterparty(),
                query.slice(),
                debt -> Cursor.of(debt.recordedAt(), debt.id().value()));
    }

    @QueryHandler
    Optional<DebtView> one(DebtOf query) {
        return debts.one(query.user(), query.debtId().value());
    }

    @QueryHandler
    Changes<DebtView> changes(DebtsChangedSince query) {
        return debts.changes(LedgerProjection.NAME, query.user(), query.position(), query.limit());
    }
}
