package com.eindr.friendship.query;

import com.eindr.friendship.Direction;
import com.eindr.friendship.Kind;
import com.eindr.friendship.ProposalEvent.NoteProposed;
import com.eindr.friendship.ProposalEvent.Proposed;
import com.eindr.friendship.ProposalEvent.ReminderProposed;
import com.eindr.friendship.ProposalId;
import com.eindr.friendship.ProposalStatus;
import com.eindr.friendship.ProposalView;
import com.eindr.friendship.ReminderOffer;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of the table {@code proposal}.
 *
 * @param offer the reminder as JSON, or the note's text
 * @param changedAt the position of the event that last changed it
 */
record ProposalRow(
        ProposalId id,
        UserId sender,
        UserId recipient,
        Kind kind,
        boolean delivered,
        ProposalStatus status,
        String offer,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable Instant settledAt,
        @Nullable UUID madeId,
        long version,
        long changedAt) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static final Table<ProposalRow> TABLE = Table.<ProposalRow>named("proposal")
            .key("id", "uuid", ProposalRow::id)
            .column("sender", "text", ProposalRow::sender)
            .column("recipient", "text", ProposalRow::recipient)
            .column("kind", "text", ProposalRow::kind)
            .column("delivered", "boolean", ProposalRow::delivered)
            .column("status", "text", ProposalRow::status)
            .column("offer", "text", ProposalRow::offer)
            .column("proposed_at", "timestamptz", row -> Timestamps.stored(row.proposedAt()))
            .column("expires_at", "timestamptz", row -> Timestamps.stored(row.expiresAt()))
            .column("settled_at", "timestamptz", ProposalRow::settledAt)
            .column("made_id", "uuid", ProposalRow::madeId)
            .column("version", "bigint", ProposalRow::version)
            .column("changed_at", "bigint", ProposalRow::changedAt)
            .ordered();

    static ProposalRow of(Proposed fact, Recorded<?> recorded) {
        String offer = switch (fact) {
            case ReminderProposed reminder -> MAPPER.writeValueAsString(reminder.offer());
            case NoteProposed note -> note.content();
        };
        return new ProposalRow(
                fact.proposalId(),
                fact.from(),
                fact.to(),
                fact.kind(),
                fact.isDelivered(),
                ProposalStatus.PROPOSED,
                offer,
                fact.proposedAt(),
                fact.expiresAt(),
                null,
                null,
                recorded.version(),
                recorded.position());
    }

    static ProposalRow read(ResultSet row, int index) throws SQLException {
        return new ProposalRow(
                new ProposalId(row.getObject("id", UUID.class)),
                new UserId(row.getString("sender")),
                new UserId(row.getString("recipient")),
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("delivered"),
                ProposalStatus.valueOf(row.getString("status")),
                row.getString("offer"),
                Objects.requireNonNull(Timestamps.read(row, "proposed_at")),
                Objects.requireNonNull(Timestamps.read(row, "expires_at")),
                Timestamps.read(row, "settled_at"),
                row.getObject("made_id", UUID.class),
                row.getLong("version"),
                row.getLong("changed_at"));
    }

    ProposalRow settled(ProposalStatus newStatus, Instant at, @Nullable UUID made, Recorded<?> recorded) {
        return new ProposalRow(
                id,
                sender,
                recipient,
                kind,
                delivered,
                newStatus,
                offer,
                proposedAt,
                expiresAt,
                Timestamps.stored(at),
                made,
                recorded.version(),
                recorded.position());
    }

    /** @param name what the other is called */
    ProposalView seenBy(UserId user, @Nullable String name) {
        boolean sent = user.equals(sender);
        return new ProposalView(
                id,
                sent ? Direction.OUTGOING : Direction.INCOMING,
                kind,
                sent ? recipient : sender,
                name,
                status,
                kind == Kind.REMINDERS ? MAPPER.readValue(offer, ReminderOffer.class) : null,
                kind == Kind.NOTES ? offer : null,
                proposedAt,
                expiresAt,
                settledAt,
                sent ? null : madeId,
                version);
    }
}
