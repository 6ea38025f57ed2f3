package com.eindr.friendship.query;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.friendship.FriendshipQuery.ProposalOf;
import com.eindr.friendship.FriendshipQuery.ProposalsChangedSince;
import com.eindr.friendship.FriendshipQuery.ProposalsOf;
import com.eindr.friendship.ProposalEvent;
import com.eindr.friendship.ProposalEvent.NoteProposed;
import com.eindr.friendship.ProposalEvent.ProposalAccepted;
import com.eindr.friendship.ProposalEvent.ProposalDeclined;
import com.eindr.friendship.ProposalEvent.ProposalExpired;
import com.eindr.friendship.ProposalEvent.ProposalWithdrawn;
import com.eindr.friendship.ProposalEvent.ReminderProposed;
import com.eindr.friendship.ProposalId;
import com.eindr.friendship.ProposalStatus;
import com.eindr.friendship.ProposalView;
import com.eindr.shared.Changes;
import com.eindr.shared.Slice;
import com.eindr.shared.UserId;
import com.eindr.shared.query.ArrayQuery;
import com.eindr.shared.query.ChangeList;
import com.eindr.shared.query.Cursor;
import com.eindr.shared.query.Erasures;
import com.eindr.shared.query.HotViews;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.RowChanges;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** What friends have proposed to each other, and what became of it. */
@Component
@ProcessingGroup(ProposalsProjection.NAME)
final class ProposalsProjection implements Projection {
    static final String NAME = "proposals";

    /** With what the other of the two is called. The names are kept with the relations, and may be newer than the proposals. */
    private static final String SEEN = """
        SELECT p.*, n.display_name FROM proposal p
        LEFT JOIN friend_name n ON n.user_id = CASE WHEN p.sender = ? THEN p.recipient ELSE p.sender END
        WHERE (p.sender = ? OR (p.recipient = ? AND p.delivered))
        """;

    private static final RowChanges<ProposalEvent, ProposalId, ProposalRow> CHANGES = new RowChanges<>(
            ProposalEvent::proposalId, ProposalRow::id, ProposalRow::changedAt, ProposalsProjection::after);

    private final JdbcOperations jdbc;
    private final ArrayQuery arrays;
    private final HotViews hotViews;
    private final UnitOfWorkBuffer<ProposalEvent> buffer = new UnitOfWorkBuffer<>(NAME, this::write);
    private final Erasures erasures;

    ProposalsProjection(JdbcOperations jdbc, HotViews hotViews) {
        this.jdbc = jdbc;
        this.arrays = new ArrayQuery(jdbc);
        this.hotViews = hotViews;
        this.erasures = new Erasures(NAME, buffer, jdbc, hotViews, """
            UPDATE proposal SET changed_at = :position,
                   offer = CASE kind WHEN 'NOTES' THEN ''
                                     ELSE jsonb_set(offer::jsonb - 'notes', '{title}', '""')::text END
            WHERE sender = :person\
            """);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("proposal");
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(ProposalEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    @QueryHandler
    Slice<ProposalView> proposals(ProposalsOf query) {
        StringBuilder sql = new StringBuilder(SEEN);
        List<Object> parameters = seenBy(query.user());
        if (query.direction() != null) {
            sql.append(
                    switch (query.direction()) {
                        case INCOMING -> " AND p.recipient = ?";
                        case OUTGOING -> " AND p.sender = ?";
                    });
            parameters.add(query.user().value());
        }
        if (query.status() != null) {
            sql.append(" AND p.status = ?");
            parameters.add(query.status().name());
        }
        if (query.slice().cursor() != null) {
            Cursor cursor = Cursor.parse(query.slice().cursor());
            sql.append(" AND (p.proposed_at, p.id) < (?::timestamptz, ?)");
            parameters.add(cursor.timestamp());
            parameters.add(cursor.id());
        }
        sql.append(" ORDER BY p.proposed_at DESC, p.id DESC LIMIT ?");
        parameters.add(query.slice().limit() + 1);
        List<ProposalView> rows = jdbc.query(sql.toString(), view(query.user()), parameters.toArray());
        return Cursor.page(
                rows,
                query.slice(),
                proposal -> Cursor.of(proposal.proposedAt(), proposal.id().value()));
    }

    @QueryHandler
    Optional<ProposalView> proposal(ProposalOf query) {
        List<Object> parameters = seenBy(query.user());
        parameters.add(query.proposalId().value());
        return jdbc.query(SEEN + " AND p.id = ?", view(query.user()), parameters.toArray()).stream()
                .findFirst();
    }

    @QueryHandler
    Changes<ProposalView> changes(ProposalsChangedSince query) {
        List<Object> parameters = seenBy(query.user());
        parameters.add(query.position());
        return ChangeList.read(jdbc, NAME, query.position(), query.limit(), limit -> {
            List<Object> all = new ArrayList<>(parameters);
            all.add(limit);
            RowMapper<ProposalView> view = view(query.user());
            return jdbc.query(
                    SEEN + " AND p.changed_at > ? ORDER BY p.changed_at LIMIT ?",
                    (row, index) -> new ChangeList.Change<>(view.mapRow(row, index), row.getLong("changed_at")),
                    all.toArray());
        });
    }

    private static List<Object> seenBy(UserId user) {
        return new ArrayList<>(List.of(user.value(), user.value(), user.value()));
    }

    private static RowMapper<ProposalView> view(UserId user) {
        return (row, index) -> ProposalRow.read(row, index).seenBy(user, row.getString("display_name"));
    }

    private void write(List<Recorded<ProposalEvent>> batch, boolean rebuilding) {
        Collection<ProposalRow> rows = CHANGES.after(
                batch,
                ids -> arrays.query(
                        "SELECT * FROM proposal WHERE id = ANY (?::uuid[])", ProposalRow::read, ArrayQuery.uuids(ids)));
        ProposalRow.TABLE.upsert(jdbc, rows);
        if (!rebuilding) {
            hotViews.moved(NAME, batch.getLast().position(), Set.of());
        }
    }

    private static ProposalRow after(@Nullable ProposalRow row, Recorded<ProposalEvent> recorded) {
        if (row == null) {
            if (recorded.event() instanceof ProposalEvent.Proposed fact) {
                return ProposalRow.of(fact, recorded);
            }
            throw new IllegalStateException(
                    "proposal " + recorded.event().proposalId() + " has a later event but was never made");
        }
        return switch (recorded.event()) {
            case ReminderProposed _ -> row;
            case NoteProposed _ -> row;
            case ProposalAccepted e -> row.settled(ProposalStatus.ACTIVE, e.at(), e.madeId(), recorded);
            case ProposalDeclined e -> row.settled(ProposalStatus.DECLINED, e.at(), null, recorded);
            case ProposalExpired e -> row.settled(ProposalStatus.EXPIRED, e.at(), null, recorded);
            case ProposalWithdrawn e -> row.settled(ProposalStatus.WITHDRAWN, e.at(), null, recorded);
        };
    }
}
