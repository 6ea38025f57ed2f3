package com.eindr.notification.query;

import static java.util.Objects.requireNonNull;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.notification.HistoryEntry;
import com.eindr.notification.NotificationEvent;
import com.eindr.notification.NotificationQuery.ReminderHistoryOf;
import com.eindr.reminder.ReminderEvent;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.Slice;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Erasures;
import com.eindr.shared.query.HotViews;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The story of every reminder: why it rang, or why it did not, and what its owner was told. */
@Component
@ProcessingGroup(ReminderHistoryProjection.NAME)
final class ReminderHistoryProjection implements Projection {
    static final String NAME = "reminder-history";

    private static final int LONGEST = 10_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> FACTS = new TypeReference<>() {};

    private static final Table<Line> TABLE = Table.<Line>named("reminder_history")
            .key("reminder_id", "uuid", Line::reminderId)
            .key("position", "bigint", line -> line.recorded().position())
            .column("owner_id", "text", Line::owner)
            .column("at", "timestamptz", line -> line.recorded().at())
            .column("type", "text", line -> line.recorded().event().getClass().getSimpleName())
            .column(
                    "facts",
                    "text",
                    line -> MAPPER.writeValueAsString(Facts.of(line.recorded().event())))
            .build();

    private final JdbcOperations jdbc;
    private final HistoryRows rows;
    private final HotViews hotViews;
    private final UnitOfWorkBuffer<Object> buffer = new UnitOfWorkBuffer<>(NAME, this::write);
    private final Erasures erasures;

    ReminderHistoryProjection(JdbcOperations jdbc, HistoryRows rows, HotViews hotViews) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.hotViews = hotViews;
        this.erasures =
                new Erasures(NAME, buffer, jdbc, hotViews, "DELETE FROM reminder_history WHERE owner_id = :person");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("reminder_history");
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(ReminderEvent event, EventMessage<?> message) {
        buffer.add(Recorded.of(event, message));
    }

    @EventHandler
    void on(NotificationEvent event, EventMessage<?> message) {
        if (event.reminderId() != null) {
            buffer.add(Recorded.of(event, message));
        }
    }

    @QueryHandler
    Slice<HistoryEntry> history(ReminderHistoryOf query) {
        Story story = new Story();
        List<HistoryEntry> entries = new ArrayList<>();
        for (HistoryRow row : rows.of(query.reminderId().value(), query.owner().value(), Limit.of(LONGEST))) {
            entries.add(story.tell(row.position(), row.at(), row.type(), MAPPER.readValue(row.facts(), FACTS)));
        }
        return new Slice<>(entries, null);
    }

    private void write(List<Recorded<Object>> batch, boolean rebuilding) {
        TABLE.upsert(jdbc, batch.stream().map(Line::of).toList());
        if (!rebuilding) {
            hotViews.moved(NAME, batch.getLast().position(), Set.of());
        }
    }

    private record Line(ReminderId reminderId, UserId owner, Recorded<Object> recorded) {

        static Line of(Recorded<Object> recorded) {
            return switch (recorded.event()) {
                case ReminderEvent e -> new Line(e.reminderId(), e.ownerId(), recorded);
                case NotificationEvent e -> new Line(requireNonNull(e.reminderId()), e.recipient(), recorded);
                default -> throw new IllegalArgumentException("not part of a reminder's story: " + recorded);
            };
        }
    }
}
