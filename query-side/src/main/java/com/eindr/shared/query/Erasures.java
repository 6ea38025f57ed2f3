package com.eindr.shared.query;

import com.eindr.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Takes erased people out of a read model, at the place of the log at which they are erased: so they are not in a copy that
 * is built anew from the same log, and what is left is the same in both.
 */
public final class Erasures {
    private final String projection;
    private final UnitOfWorkBuffer<?> buffer;
    private final NamedParameterJdbcTemplate jdbc;
    private final @Nullable HotViews hotViews;
    private final List<String> statements;

    /**
     * @param buffer what the projection has still to write; all of it comes before the person goes
     * @param hotViews null for a projection that does not say how far it has come
     * @param statements with the person as {@code :person}, and where the log says so as {@code :position}
     */
    public Erasures(
            String projection,
            UnitOfWorkBuffer<?> buffer,
            JdbcOperations jdbc,
            @Nullable HotViews hotViews,
            String... statements) {
        this.projection = projection;
        this.buffer = buffer;
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.hotViews = hotViews;
        this.statements = List.of(statements);
    }

    /** In the unit of work of the event that says so. */
    public void erase(UserId person, EventMessage<?> message) {
        buffer.flush();
        long position = Recorded.of(person, message).position();
        Map<String, Object> names = Map.of("person", person.value(), "position", position);
        statements.forEach(statement -> jdbc.update(statement, names));
        if (hotViews != null && CurrentUnitOfWork.get().getResource(Projection.REBUILDING) == null) {
            hotViews.moved(projection, position, Set.of(person));
        }
    }
}
