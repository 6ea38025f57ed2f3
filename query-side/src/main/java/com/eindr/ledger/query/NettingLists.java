package com.eindr.ledger.query;

import com.eindr.ledger.NettingQuery.NettingOf;
import com.eindr.ledger.NettingQuery.NettingsChangedSince;
import com.eindr.ledger.NettingQuery.NettingsOf;
import com.eindr.ledger.NettingStatus;
import com.eindr.ledger.NettingView;
import com.eindr.ledger.NettingView.Line;
import com.eindr.shared.Changes;
import com.eindr.shared.Money;
import com.eindr.shared.Slice;
import com.eindr.shared.UserId;
import com.eindr.shared.query.ChangeList;
import com.eindr.shared.query.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Answers what there is of nettings, to those who may know of each, with lines of their own. */
@Component
final class NettingLists {
    private static final String SEEN = NettingRow.SELECT
            + " WHERE EXISTS (SELECT FROM netting_party p WHERE p.netting_id = n.id AND p.user_id = ?)"
            + " AND (n.delivered OR n.proposed_by = ?)";

    /** What was owed before the netting, or is now where there is none yet. */
    private static final String BEFORE = """
        SELECT coalesce(sum(e.amount), 0)::bigint FROM ledger_entry e
        WHERE e.user_id = ? AND e.contact = '' AND e.other_id = ? AND e.other_contact = '' AND e.currency = ?
          AND e.standing = 'NET' AND e.position < coalesce((SELECT min(own.position) FROM ledger_entry own
            WHERE own.cause_id = ? AND own.user_id = e.user_id AND own.other_id = e.other_id), 9223372036854775807)\
        """;

    private static final RowMapper<NettingView> VIEW =
            (row, index) -> NettingRow.read(row, index).netting();

    private final JdbcOperations jdbc;

    NettingLists(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    Slice<NettingView> list(NettingsOf query) {
        StringBuilder sql = new StringBuilder(SEEN);
        List<Object> parameters = seenBy(query.user());
        if (query.status() != null) {
            sql.append(" AND n.status = ?");
            parameters.add(query.status().name());
        }
        if (query.slice().cursor() != null) {
            Cursor cursor = Cursor.parse(query.slice().cursor());
            sql.append(" AND (n.proposed_at, n.id) < (?::timestamptz, ?)");
            parameters.add(cursor.timestamp());
            parameters.add(cursor.id());
        }
        sql.append(" ORDER BY n.proposed_at DESC, n.id DESC LIMIT ?");
        parameters.add(query.slice().limit() + 1);
        return Cursor.page(
                jdbc.query(sql.toString(), VIEW, parameters.toArray()),
                query.slice(),
                view -> Cursor.of(view.proposedAt(), view.id().value()));
    }

    @QueryHandler
    Optional<NettingView> one(NettingOf query) {
        List<Object> parameters = seenBy(query.user());
        parameters.add(query.nettingId().value());
        return jdbc.query(SEEN + " AND n.id = ?", VIEW, parameters.toArray()).stream()
                .findFirst()
                .map(view -> comesToSomething(view.status()) ? view.with(lines(view, query.user())) : view);
    }

    @QueryHandler
    Changes<NettingView> changes(NettingsChangedSince query) {
        return ChangeList.read(jdbc, NettingsProjection.NAME, query.position(), query.limit(), limit -> {
            List<Object> parameters = seenBy(query.user());
            parameters.add(query.position());
            parameters.add(limit);
            return jdbc.query(
                    SEEN + " AND n.changed_at > ? ORDER BY n.changed_at LIMIT ?",
                    (row, index) -> new ChangeList.Change<>(VIEW.mapRow(row, index), row.getLong("changed_at")),
                    parameters.toArray());
        });
    }

    private static boolean comesToSomething(NettingStatus status) {
        return status == NettingStatus.PROPOSED || status == NettingStatus.NETTED;
    }

    /** The entries come from another read model, which may be behind or ahead: the sums are right in both cases. */
    private List<Line> lines(NettingView netting, UserId user) {
        Money amount = netting.terms().amount();
        return List.of(
                line(netting, user, netting.terms().creditorOf(user), amount),
                line(netting, user, netting.terms().debtorOf(user), amount.negated()));
    }

    private Line line(NettingView netting, UserId user, UserId other, Money change) {
        Long sum = jdbc.queryForObject(
                BEFORE,
                Long.class,
                user.value(),
                other.value(),
                change.currency().getCurrencyCode(),
                netting.id().value());
        long before = sum == null ? 0 : sum;
        return new Line(
                other, new Money(before, change.currency()), new Money(before + change.minor(), change.currency()));
    }

    private static List<Object> seenBy(UserId user) {
        return new ArrayList<>(List.of(user.value(), user.value()));
    }
}
