package com.eindr.infra.positions;

import com.eindr.infra.positions.StoredPositions.Stored;
import com.eindr.shared.query.Projection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/**
 * How far each projection has come, whichever node runs it.
 *
 * <p>The node that runs a projection knows from memory; for the others there is the stored token.
 */
@Component
public class ProjectionPositions {
    private final StoredPositions tokens;
    private final EventProcessingConfiguration processing;
    private final Map<String, String[]> handled = new TreeMap<>();
    private final List<String> awaited;

    ProjectionPositions(StoredPositions tokens, EventProcessingConfiguration processing, List<Projection> projections) {
        this.tokens = tokens;
        this.processing = processing;
        projections.forEach(projection -> handled.put(projection.name(), HandledTypes.of(projection.getClass())));
        this.awaited = projections.stream()
                .filter(Projection::isAwaited)
                .map(Projection::name)
                .toList();
    }

    /** The names of all projections, sorted. */
    public List<String> names() {
        return List.copyOf(handled.keySet());
    }

    /** The names of those that requests wait for, whatever they ask. */
    List<String> awaited() {
        return awaited;
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
        return tokens.stored(name, handled.getOrDefault(name, new String[0]));
    }
}
