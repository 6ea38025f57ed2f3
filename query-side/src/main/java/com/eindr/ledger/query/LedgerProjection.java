package com.eindr.ledger.query;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.ledger.DebtEvent;
import com.eindr.ledger.PairAccountEvent;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.Party;
import com.eindr.ledger.query.Entry.Standing;
import com.eindr.shared.Money;
import com.eindr.shared.query.ArrayQuery;
import com.eindr.shared.query.Erasures;
import com.eindr.shared.query.HotViews;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Debts, the entries that follow from them and from settlements, and what these come to. */
@Component
@ProcessingGroup(LedgerProjection.NAME)
final class LedgerProjection implements Projection {
    static final String NAME = "ledger";

    private final JdbcOperations jdbc;
    private final ArrayQuery arrays;
    private final HotViews hotViews;
    private final UnitOfWorkBuffer<Object> buffer = new UnitOfWorkBuffer<>(NAME, this::write);
    private final Erasures erasures;

    LedgerProjection(JdbcOperations jdbc, HotViews hotViews) {
        this.jdbc = jdbc;
        this.arrays = new ArrayQuery(jdbc);
        this.hotViews = hotViews;
        this.erasures = new Erasures(
                NAME,
                buffer,
                jdbc,
                hotViews,
                "DELETE FROM debt WHERE recorded_by = :person AND other_contact <> ''",
                """
                UPDATE debt SET changed_at = :position,
                       note = CASE WHEN recorded_by = :person THEN NULL ELSE note END,
                       reason = CASE WHEN CASE status WHEN 'DISPUTED' THEN other_id ELSE recorded_by END = :person
                                     THEN NULL ELSE reason END
                WHERE :person IN (recorded_by, other_id)\
                """,
                """
                DELETE FROM ledger_entry
                WHERE user_id = :person AND other_id = :person AND (contact <> '' OR other_contact <> '')\
                """,
                """
                DELETE FROM ledger_balance
                WHERE user_id = :person AND other_id = :person AND (contact <> '' OR other_contact <> '')\
                """);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("debt", "ledger_entry", "ledger_balance");
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(DebtEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    @EventHandler
    void on(PairAccountEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    private void write(List<Recorded<Object>> batch, boolean rebuilding) {
        List<Entry> entries = new ArrayList<>();
        DebtBook debts = DebtBook.of(batch, arrays);
        for (Recorded<Object> recorded : batch) {
            switch (recorded.event()) {
                case EntryPosted posted -> {
                    entries.add(entry(posted, recorded, posted.creditor(), posted.debtor(), posted.amount()));
                    entries.add(entry(
                            posted,
                            recorded,
                            posted.debtor(),
                            posted.creditor(),
                            posted.amount().negated()));
                }
                case DebtEvent event -> entries.addAll(debts.after(event, recorded));
                default -> {}
            }
        }
        DebtRow.TABLE.upsert(jdbc, debts.changed());
        Entry.TABLE.upsert(jdbc, entries);
        BalanceChange.add(BalanceChange.of(entries), arrays);
        if (!rebuilding) {
            hotViews.moved(NAME, batch.getLast().position(), Set.of());
        }
    }

    private static Entry entry(EntryPosted posted, Recorded<?> recorded, Party party, Party other, Money amount) {
        return new Entry(
                recorded.position(),
                party,
                other,
                Standing.NET,
                amount,
                posted.cause().name(),
                posted.causeId(),
                posted.occurredOn(),
                posted.occurredAt(),
                posted.postedAt());
    }
}
