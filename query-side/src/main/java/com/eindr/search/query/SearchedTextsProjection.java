package com.eindr.search.query;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.note.NoteEvent;
import com.eindr.reminder.ReminderEvent;
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

/**
 * The words of every reminder and note, each with the position at which they became what they are. What they mean is found out
 * by somebody else, and later: this projection is as fast as the others.
 */
@Component
@ProcessingGroup(SearchedTextsProjection.NAME)
final class SearchedTextsProjection implements Projection {
    static final String NAME = "searched-texts";

    private final JdbcOperations jdbc;
    private final UnitOfWorkBuffer<SearchedTextRow> buffer = new UnitOfWorkBuffer<>(NAME, this::write);

    private final Erasures erasures;

    SearchedTextsProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        // The words first: after that nobody finds out any more what they mean. A replay finds no meaning left.
        this.erasures = new Erasures(
                NAME,
                buffer,
                jdbc,
                null,
                "DELETE FROM searched_text WHERE owner_id = :person",
                "DELETE FROM meaning WHERE owner_id = :person");
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Only who searches waits for it. */
    @Override
    public boolean isAwaited() {
        return false;
    }

    @Override
    public List<String> tables() {
        return List.of("searched_text");
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(NoteEvent event, EventMessage<?> message) {
        take(event, message);
    }

    @EventHandler
    void on(ReminderEvent event, EventMessage<?> message) {
        take(event, message);
    }

    private void take(Object event, EventMessage<?> message) {
        Recorded<Object> recorded = Recorded.of(event, message);
        SearchedTextRow row = SearchedTextRow.after(event, recorded.position());
        if (row != null) {
            buffer.add(new Recorded<>(row, recorded.position(), recorded.version(), recorded.at()));
        }
    }

    private void write(List<Recorded<SearchedTextRow>> batch, boolean rebuilding) {
        Map<Object, SearchedTextRow> rows = new LinkedHashMap<>();
        batch.forEach(recorded -> rows.put(recorded.event().id(), recorded.event()));
        SearchedTextRow.TABLE.upsert(jdbc, rows.values());
    }
}
