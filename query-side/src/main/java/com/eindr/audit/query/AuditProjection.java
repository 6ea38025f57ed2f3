package com.eindr.audit.query;

import com.eindr.shared.MessageKeys;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Where in the log each event stands that auditors may look for: by aggregate, type, actor, person, time or request. It
 * keeps ids only, and takes whatever event there is or will be.
 */
@Component
@ProcessingGroup(AuditProjection.NAME)
final class AuditProjection implements Projection {
    static final String NAME = "audit";

    private static final Table<Entry> ENTRIES = Table.<Entry>named("audit_entry")
            .key("position", "bigint", Entry::position)
            .column("aggregate_id", "text", Entry::aggregateId)
            .column("type", "text", Entry::type)
            .column("correlation_id", "text", Entry::correlationId)
            .column("happened_at", "timestamptz", Entry::at)
            .build();
    private static final Table<Person> PEOPLE = Table.<Person>named("audit_person")
            .key("who", "text", Person::who)
            .key("position", "bigint", Person::position)
            .column("acted", "boolean", Person::acted)
            .column("named", "boolean", Person::named)
            .build();

    private final JdbcOperations jdbc;
    private final UnitOfWorkBuffer<Entry> buffer = new UnitOfWorkBuffer<>(NAME, (batch, rebuilding) -> write(batch));

    AuditProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    private record Entry(
            long position,
            String aggregateId,
            String type,
            @Nullable String correlationId,
            Instant at,
            List<Person> people) {}

    /** @param who a user, or what acts by itself */
    private record Person(String who, long position, boolean acted, boolean named) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("audit_entry", "audit_person");
    }

    /** Nobody who asks for their own things has to wait for auditors. */
    @Override
    public boolean isAwaited() {
        return false;
    }

    @EventHandler
    void on(Object event, EventMessage<?> message) {
        Recorded<Object> recorded = Recorded.of(event, message);
        Entry entry = new Entry(
                recorded.position(),
                ((DomainEventMessage<?>) message).getAggregateIdentifier(),
                type(event),
                text(message, MessageKeys.CORRELATION),
                recorded.at(),
                people(event, text(message, MessageKeys.ACTOR), recorded.position()));
        buffer.add(new Recorded<>(entry, recorded.position(), recorded.version(), recorded.at()));
    }

    private static List<Person> people(Object event, @Nullable String actor, long position) {
        Set<String> named = PeopleNamed.in(event);
        List<Person> people = new ArrayList<>();
        named.forEach(who -> people.add(new Person(who, position, who.equals(actor), true)));
        if (actor != null && !named.contains(actor)) {
            people.add(new Person(actor, position, true, false));
        }
        return people;
    }

    /** The simple name of its class; also where there is none any more. */
    private static String type(Object event) {
        String name = event instanceof UnknownSerializedType unknown
                ? unknown.serializedType().getName()
                : event.getClass().getName();
        return name.substring(Math.max(name.lastIndexOf('$'), name.lastIndexOf('.')) + 1);
    }

    private static @Nullable String text(EventMessage<?> message, String key) {
        return message.getMetaData().get(key) instanceof String text ? text : null;
    }

    private void write(List<Recorded<Entry>> batch) {
        List<Entry> entries = batch.stream().map(Recorded::event).toList();
        ENTRIES.upsert(jdbc, entries);
        PEOPLE.upsert(
                jdbc, entries.stream().flatMap(entry -> entry.people().stream()).toList());
    }
}
