package com.eindr.friendship.query;

import com.eindr.account.AccountEvent;
import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.shared.UserId;
import com.eindr.shared.query.ArrayQuery;
import com.eindr.shared.query.Erasures;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** By what everybody is known who has verified an address, under the newest pepper of the time. A replay renews all. */
@Component
@ProcessingGroup(ContactsProjection.NAME)
final class ContactsProjection implements Projection {
    static final String NAME = "contacts";

    private final JdbcOperations jdbc;
    private final Peppers peppers;
    private final UnitOfWorkBuffer<AccountEvent> buffer =
            new UnitOfWorkBuffer<>(NAME, (batch, rebuilding) -> write(batch));
    private final Erasures erasures;

    ContactsProjection(JdbcOperations jdbc, Peppers peppers) {
        this.jdbc = jdbc;
        this.peppers = peppers;
        this.erasures = new Erasures(NAME, buffer, jdbc, null, "DELETE FROM contact WHERE user_id = :person");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("contact");
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(AccountEvent event, EventMessage<?> message) {
        if (ContactRow.isChangedBy(event)) {
            buffer.add(Recorded.of(event, message));
        }
    }

    private void write(List<Recorded<AccountEvent>> batch) {
        Map<UserId, ContactRow> rows = new LinkedHashMap<>();
        batch.forEach(
                recorded -> rows.computeIfAbsent(recorded.event().userId(), user -> ContactRow.blank(user, peppers)));
        new ArrayQuery(jdbc)
                .query(
                        "SELECT * FROM contact WHERE user_id = ANY (?::text[])",
                        ContactRow::read,
                        ArrayQuery.texts(rows.keySet()))
                .forEach(row -> rows.put(row.user(), row));
        for (Recorded<AccountEvent> recorded : batch) {
            rows.computeIfPresent(
                    recorded.event().userId(),
                    (user, row) -> recorded.position() > row.changedAt() ? row.after(recorded, peppers) : row);
        }
        ContactRow.TABLE.upsert(jdbc, rows.values());
    }
}
