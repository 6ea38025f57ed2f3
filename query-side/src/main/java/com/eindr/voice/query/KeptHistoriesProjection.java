package com.eindr.voice.query;

import com.eindr.account.AccountEvent.PersonErased;
import com.eindr.account.AccountEvent.PreferencesChanged;
import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.Preferences;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Erasures;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.Recorded;
import com.eindr.shared.query.Table;
import com.eindr.shared.query.UnitOfWorkBuffer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Who lets their history be kept. Whoever no longer does loses it in the same transaction; since a turn is kept under a lock of
 * this row, none slips in behind it.
 */
@Component
@ProcessingGroup(KeptHistoriesProjection.NAME)
final class KeptHistoriesProjection implements Projection {
    static final String NAME = "kept-histories";

    private static final Table<Recorded<Wish>> TABLE = Table.<Recorded<Wish>>named("voice_history")
            .key("user_id", "text", row -> row.event().user())
            .column("is_kept", "boolean", row -> row.event().isKept())
            .column("changed_at", "bigint", Recorded::position)
            .ordered();

    private final JdbcOperations jdbc;
    private final UnitOfWorkBuffer<Wish> buffer = new UnitOfWorkBuffer<>(NAME, this::write);
    private final Erasures erasures;

    KeptHistoriesProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.erasures = new Erasures(
                NAME,
                buffer,
                jdbc,
                null,
                "DELETE FROM voice_history WHERE user_id = :person",
                "DELETE FROM voice_turn WHERE user_id = :person");
    }

    private record Wish(UserId user, boolean isKept) {}

    @Override
    public String name() {
        return NAME;
    }

    /** The turns are no read model. */
    @Override
    public List<String> tables() {
        return List.of("voice_history");
    }

    @EventHandler
    void on(PersonErased event, EventMessage<?> message) {
        erasures.erase(event.userId(), message);
    }

    @EventHandler
    void on(UserRegistered event, EventMessage<?> message) {
        take(event.userId(), event.preferences(), message);
    }

    @EventHandler
    void on(PreferencesChanged event, EventMessage<?> message) {
        take(event.userId(), event.preferences(), message);
    }

    private void take(UserId user, Preferences preferences, EventMessage<?> message) {
        buffer.add(Recorded.of(new Wish(user, preferences.chatHistoryEnabled()), message));
    }

    private void write(List<Recorded<Wish>> batch, boolean rebuilding) {
        Map<UserId, Recorded<Wish>> latest = new LinkedHashMap<>();
        batch.forEach(wish -> latest.put(wish.event().user(), wish));
        TABLE.upsert(jdbc, latest.values());
        for (Recorded<Wish> wish : batch) {
            if (!wish.event().isKept()) {
                forget(wish, rebuilding);
            }
        }
    }

    /** A replay comes by wishes of long ago; what was said since then, when it was allowed again, stays. */
    private void forget(Recorded<Wish> wish, boolean rebuilding) {
        String user = wish.event().user().value();
        if (rebuilding) {
            jdbc.update(
                    "DELETE FROM voice_turn WHERE user_id = ? AND at <= ?",
                    user,
                    OffsetDateTime.ofInstant(wish.at(), ZoneOffset.UTC));
        } else {
            jdbc.update("DELETE FROM voice_turn WHERE user_id = ?", user);
        }
    }
}
