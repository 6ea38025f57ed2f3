package com.eindr.infra.axonserver;

import com.eindr.infra.positions.StoredPositions;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tokens are in PostgreSQL and the log is in Axon Server: what a token is behind is read from the log. */
final class AxonServerStoredPositions implements StoredPositions {
    private static final String TOKEN = """
        SELECT (convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint AS position, owner
        FROM token_entry WHERE processor_name = ? AND segment = 0
        """;
    private static final int AT_ONCE = 1_000;

    private final AxonServerCalls calls;
    private final JdbcClient database;

    AxonServerStoredPositions(AxonServerCalls calls, JdbcClient database) {
        this.calls = calls;
        this.database = database;
    }

    private record Token(long position, @Nullable String owner) {}

    @Override
    public Stored stored(String projection, String[] handled) {
        Token token = database.sql(TOKEN)
                .param(projection)
                .query((row, index) -> new Token(row.getLong("position"), row.getString("owner")))
                .optional()
                .orElse(new Token(0, null));
        long head = calls.position();
        Set<String> types = Set.of(handled);
        long seen = token.position();
        while (seen < head) {
            List<EventWithToken> events = calls.after(seen, AT_ONCE);
            for (EventWithToken event : events) {
                if (types.isEmpty()
                        || types.contains(event.getEvent().getPayload().getType())) {
                    Instant at = Instant.ofEpochMilli(event.getEvent().getTimestamp());
                    return new Stored(token.owner(), head, event.getToken(), at);
                }
            }
            seen += events.size();
        }
        return new Stored(token.owner(), head, seen, null);
    }
}
