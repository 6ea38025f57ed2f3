package com.eindr.infra.positions;

import com.eindr.shared.query.Projection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far each projection has come, whichever node runs it.
 *
 * <p>The node that runs a projection knows from memory. For the others there is the stored token, which moves only when
 * the projection commits something: a projection that has no handler for the latest events looks as if it were behind. So
 * a stored token counts as far as the next event that the projection would handle.
 */
@Component
public class ProjectionPositions {
    /** Of one projection: its token, who owns it, and the first event behind the token that it has a handler for. */
    private static final String STORED = """
        SELECT t.position, t.owner, head.position AS head, next.global_index, next.time_stamp
        FROM event_log_head head
        LEFT JOIN (SELECT (convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint AS position, owner
                   FROM token_entry WHERE processor_name = ? AND segment = 0) t ON true
        LEFT JOIN LATERAL (
            SELECT e.global_index, e.time_stamp FROM domain_event_entry e
            WHERE e.global_index > coalesce(t.position, 0) AND e.payload_type = ANY (?)
            ORDER BY e.global_index LIMIT 1) next ON true
        """;

    private final JdbcClient database;
    private final EventProcessingConfiguration processing;
    private final Map<String, String[]> handled = new TreeMap<>();

    ProjectionPositions(JdbcClient database, EventProcessingConfiguration processing, List<Projection> projections) {
        this.database = database;
        this.processing = processing;
        projections.forEach(projection -> handled.put(projection.name(), HandledTypes.of(projection.getClass())));
    }

    /** The names of all projections, sorted. */
    public List<String> names() {
        return List.copyOf(handled.keySet());
    }

    /**
     * Where a projection stands.
     *
     * @param position everything up to here is in its tables
     * @param head the last position of the log
     * @param lag how long the first event that is not in its tables has been in the log
     * @param state what it is doing
     */
    public record Standing(String name, long position, long head, Duration lag, State state) {
        /** How many positions it is behind. */
        public long behind() {
            return head - position;
        }
    }

    /** What a projection is doing. */
    public enum State {
        /** It runs, on this node or another. */
        RUNNING,
        /** It failed on this node and will try again. */
        FAILING,
        /** No node runs it at the moment. */
        STOPPED
    }

    public Standing standing(String name) {
        Stored stored = stored(name);
        Optional<EventTrackerStatus> local = status(name);
        State state = local.map(status -> status.isErrorState() ? State.FAILING : State.RUNNING)
                .orElse(stored.owner() == null ? State.STOPPED : State.RUNNING);
        Instant waiting = stored.nextAt();
        Duration lag = waiting == null ? Duration.ZERO : Duration.between(waiting, Instant.now());
        return new Standing(name, stored.reached(), stored.head(), lag.isNegative() ? Duration.ZERO : lag, state);
    }

    /** Everything up to here is in the projection's tables, as this node knows from memory; 0 where it does not run it. */
    long here(String name) {
        return status(name)
                .map(EventTrackerStatus::getTrackingToken)
                .map(TrackingToken::position)
                .flatMap(position -> position.isPresent() ? Optional.of(position.getAsLong()) : Optional.empty())
                .orElse(0L);
    }

    /** Everything up to here is in the projection's tables, as the database knows. */
    long anywhere(String name) {
        return stored(name).reached();
    }

    private Optional<EventTrackerStatus> status(String name) {
        return processing
                .eventProcessor(name, StreamingEventProcessor.class)
                .map(processor -> processor.processingStatus().get(0));
    }

    private Stored stored(String name) {
        return database.sql(STORED)
                .param(name)
                .param(handled.getOrDefault(name, new String[0]))
                .query((row, index) -> Stored.of(row))
                .single();
    }

    private record Stored(
            @Nullable String owner,
            long head,
            long reached,
            @Nullable Instant nextAt) {

        static Stored of(ResultSet row) throws SQLException {
            long head = row.getLong("head");
            long next = row.getLong("global_index");
            OffsetDateTime nextAt = row.getObject("time_stamp", OffsetDateTime.class);
            return new Stored(
                    row.getString("owner"),
                    head,
                    nextAt == null ? Math.max(head, row.getLong("position")) : next - 1,
                    nextAt == null ? null : nextAt.toInstant());
        }
    }
}
