package com.eindr.ledger.query;

import com.eindr.ledger.NettingEvent;
import com.eindr.ledger.NettingEvent.CircleNetted;
import com.eindr.ledger.NettingEvent.NettingApproved;
import com.eindr.ledger.NettingEvent.NettingExpired;
import com.eindr.ledger.NettingEvent.NettingLapsed;
import com.eindr.ledger.NettingEvent.NettingNudged;
import com.eindr.ledger.NettingEvent.NettingProposed;
import com.eindr.ledger.NettingEvent.NettingRejected;
import com.eindr.ledger.NettingEvent.NettingWithdrawn;
import com.eindr.ledger.NettingId;
import com.eindr.ledger.NettingStatus;
import com.eindr.ledger.NettingTerms;
import com.eindr.ledger.NettingView;
import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.Timestamps;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code netting}, and those of {@code netting_party} that belong to it.
 *
 * @param netting as it is shown, without lines
 * @param changedAt the position of the event that last changed it
 */
record NettingRow(NettingView netting, long changedAt) {
    /** Both tables; what is in a circle comes in its order. */
    static final String SELECT = """
        SELECT n.*, c.parties, c.approved FROM netting n CROSS JOIN LATERAL (
            SELECT array_agg(user_id ORDER BY place) AS parties,
                   array_agg(user_id ORDER BY place) FILTER (WHERE approved) AS approved
            FROM netting_party WHERE netting_id = n.id) c\
        """;

    static final Table<NettingRow> TABLE = Table.<NettingRow>named("netting")
            .key("id", "uuid", row -> row.netting().id())
            .column("proposed_by", "text", row -> row.terms().proposedBy())
            .column("currency", "text", row -> row.terms().amount().currency())
            .column("amount", "bigint", row -> row.terms().amount().minor())
            .column("delivered", "boolean", row -> row.terms().delivered())
            .column("status", "text", row -> row.netting().status())
            .column("rejected_by", "text", row -> row.netting().rejectedBy())
            .column("nudges", "integer", row -> row.netting().nudges())
            .column("proposed_at", "timestamptz", row -> row.netting().proposedAt())
            .column("expires_at", "timestamptz", row -> row.netting().expiresAt())
            .column("settled_at", "timestamptz", row -> row.netting().settledAt())
            .column("version", "bigint", row -> row.netting().version())
            .column("changed_at", "bigint", NettingRow::changedAt)
            .ordered();

    /** One of the circle. */
    record Member(UUID netting, UserId user, int place, boolean approved, long changedAt) {
        static final Table<Member> TABLE = Table.<Member>named("netting_party")
                .key("netting_id", "uuid", Member::netting)
                .key("user_id", "text", Member::user)
                .column("place", "integer", Member::place)
                .column("approved", "boolean", Member::approved)
                .column("changed_at", "bigint", Member::changedAt)
                .ordered();
    }

    Stream<Member> members() {
        List<UserId> parties = terms().parties();
        return IntStream.range(0, parties.size())
                .mapToObj(place -> new Member(
                        netting.id().value(),
                        parties.get(place),
                        place,
                        netting.approvedBy().contains(parties.get(place)),
                        changedAt));
    }

    static NettingRow of(NettingProposed fact, Recorded<?> recorded) {
        return new NettingRow(
                new NettingView(
                        fact.nettingId(),
                        fact.terms(),
                        List.of(fact.terms().proposedBy()),
                        NettingStatus.PROPOSED,
                        null,
                        0,
                        Timestamps.stored(fact.proposedAt()),
                        Timestamps.stored(fact.expiresAt()),
                        null,
                        recorded.version(),
                        null),
                recorded.position());
    }

    static NettingRow read(ResultSet row, int index) throws SQLException {
        NettingTerms terms = new NettingTerms(
                new UserId(row.getString("proposed_by")),
                users(row.getArray("parties")),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                row.getBoolean("delivered"));
        String rejectedBy = row.getString("rejected_by");
        NettingView netting = new NettingView(
                new NettingId(row.getObject("id", UUID.class)),
                terms,
                users(row.getArray("approved")),
                NettingStatus.valueOf(row.getString("status")),
                rejectedBy == null ? null : new UserId(rejectedBy),
                row.getInt("nudges"),
                Objects.requireNonNull(Timestamps.read(row, "proposed_at")),
                Objects.requireNonNull(Timestamps.read(row, "expires_at")),
                Timestamps.read(row, "settled_at"),
                row.getLong("version"),
                null);
        return new NettingRow(netting, row.getLong("changed_at"));
    }

    NettingRow after(NettingEvent event, Recorded<?> recorded) {
        return switch (event) {
            case NettingProposed _ -> this;
            case NettingApproved e -> approved(e.by(), recorded);
            case NettingNudged e -> changed(netting.approvedBy(), netting.status(), null, e.number(), null, recorded);
            case CircleNetted e -> ended(NettingStatus.NETTED, null, e.at(), recorded);
            case NettingRejected e -> ended(NettingStatus.REJECTED, e.by(), e.at(), recorded);
            case NettingWithdrawn e -> ended(NettingStatus.WITHDRAWN, null, e.at(), recorded);
            case NettingExpired e -> ended(NettingStatus.EXPIRED, null, e.at(), recorded);
            case NettingLapsed e -> ended(NettingStatus.LAPSED, null, e.at(), recorded);
        };
    }

    private NettingTerms terms() {
        return netting.terms();
    }

    private NettingRow approved(UserId by, Recorded<?> recorded) {
        List<UserId> approvers = terms().parties().stream()
                .filter(party -> party.equals(by) || netting.approvedBy().contains(party))
                .toList();
        return changed(approvers, netting.status(), null, netting.nudges(), null, recorded);
    }

    private NettingRow ended(NettingStatus status, @Nullable UserId by, Instant at, Recorded<?> recorded) {
        return changed(netting.approvedBy(), status, by, netting.nudges(), Timestamps.stored(at), recorded);
    }

    private NettingRow changed(
            List<UserId> approvedBy,
            NettingStatus status,
            @Nullable UserId rejectedBy,
            int nudges,
            @Nullable Instant settledAt,
            Recorded<?> recorded) {
        return new NettingRow(
                new NettingView(
                        netting.id(),
                        terms(),
                        approvedBy,
                        status,
                        rejectedBy,
                        nudges,
                        netting.proposedAt(),
                        netting.expiresAt(),
                        settledAt,
                        recorded.version(),
                        null),
                recorded.position());
    }

    private static List<UserId> users(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(UserId::new).toList();
    }
}
