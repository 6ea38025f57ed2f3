package com.eindr.ledger.query;

import static java.util.stream.Collectors.toSet;

import com.eindr.ledger.DebtEvent;
import com.eindr.ledger.DebtEvent.DebtAccepted;
import com.eindr.ledger.DebtEvent.DebtDisputed;
import com.eindr.ledger.DebtEvent.DebtRecorded;
import com.eindr.ledger.DebtEvent.DebtReversed;
import com.eindr.ledger.DebtEvent.DebtWithdrawn;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.DebtStatus;
import com.eindr.ledger.EntryCause;
import com.eindr.ledger.Party;
import com.eindr.ledger.query.Entry.Standing;
import com.eindr.shared.Money;
import com.eindr.shared.query.ArrayQuery;
import com.eindr.shared.query.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The debts that a batch of events is about, as they become, and what is claimed by them but does not count. */
final class DebtBook {
    private final Map<DebtId, DebtRow> rows = new LinkedHashMap<>();

    static DebtBook of(List<Recorded<Object>> batch, ArrayQuery arrays) {
        DebtBook book = new DebtBook();
        Set<DebtId> ids = batch.stream()
                .map(Recorded::event)
                .filter(DebtEvent.class::isInstance)
                .map(event -> ((DebtEvent) event).debtId())
                .collect(toSet());
        if (!ids.isEmpty()) {
            arrays.query("SELECT * FROM debt WHERE id = ANY (?::uuid[])", DebtRow::read, ArrayQuery.uuids(ids))
                    .forEach(row -> book.rows.put(row.id(), row));
        }
        return book;
    }

    Collection<DebtRow> changed() {
        return rows.values();
    }

    /** The claims that begin with the event, and the end of those that end with it. */
    List<Entry> after(DebtEvent event, Recorded<?> recorded) {
        DebtRow before = rows.get(event.debtId());
        Standing claimedBefore = before == null ? null : claim(before);
        DebtRow row = row(event, before, recorded);
        rows.put(event.debtId(), row);
        Standing claimed = claim(row);
        List<Entry> entries = new ArrayList<>();
        if (claimed != claimedBefore) {
            claim(entries, row, claimedBefore, -1, recorded);
            claim(entries, row, claimed, 1, recorded);
        }
        return entries;
    }

    private static DebtRow row(DebtEvent event, @Nullable DebtRow row, Recorded<?> recorded) {
        if (event instanceof DebtRecorded fact) {
            DebtRow fresh = DebtRow.of(fact, recorded);
            return isDoneAtOnce(fact) ? fresh.settled(DebtStatus.ACCEPTED, null, fact.recordedAt(), recorded) : fresh;
        }
        if (row == null) {
            throw new IllegalStateException("debt " + event.debtId() + " has a later event but was never recorded");
        }
        return switch (event) {
            case DebtRecorded _ -> row;
            case DebtAccepted e -> row.settled(DebtStatus.ACCEPTED, null, e.at(), recorded);
            case DebtDisputed e -> row.settled(DebtStatus.DISPUTED, e.reason(), e.at(), recorded);
            case DebtWithdrawn e -> row.settled(DebtStatus.WITHDRAWN, e.reason(), e.at(), recorded);
            case DebtReversed e -> row.settled(DebtStatus.REVERSED, e.reason(), e.at(), recorded);
        };
    }

    /** Whether the acceptance comes with it: then it is never a mere claim. */
    private static boolean isDoneAtOnce(DebtEvent event) {
        return event instanceof DebtRecorded fact && fact.isAcceptedAtOnce();
    }

    private static @Nullable Standing claim(DebtRow row) {
        return switch (row.status()) {
            case UNCONFIRMED -> Standing.UNCONFIRMED;
            case DISPUTED -> Standing.DISPUTED;
            case ACCEPTED, WITHDRAWN, REVERSED -> null;
        };
    }

    private static void claim(
            List<Entry> entries, DebtRow row, @Nullable Standing standing, long sign, Recorded<?> recorded) {
        if (standing == null) {
            return;
        }
        Party recorder = Party.user(row.recordedBy());
        long minor =
                (row.creditor().equals(recorder) ? sign : -sign) * row.amount().minor();
        Money amount = new Money(minor, row.amount().currency());
        entries.add(entry(row, recorder, row.other(), standing, amount, recorded));
        if (row.delivered() && row.other().isUser()) {
            entries.add(entry(row, row.other(), recorder, standing, amount.negated(), recorded));
        }
    }

    private static Entry entry(
            DebtRow row, Party party, Party other, Standing standing, Money amount, Recorded<?> recorded) {
        Instant settledAt = row.settledAt();
        return new Entry(
                recorded.position(),
                party,
                other,
                standing,
                amount,
                EntryCause.DEBT.name(),
                row.id().value(),
                row.occurredOn(),
                row.occurredAt(),
                settledAt == null ? row.recordedAt() : settledAt);
    }
}
