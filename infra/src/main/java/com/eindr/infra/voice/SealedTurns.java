package com.eindr.infra.voice;

import com.eindr.infra.erasure.PersonalTexts;
import com.eindr.shared.Refusal;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import com.eindr.shared.web.StoreUnavailable;
import com.eindr.voice.web.talk.Turn;
import com.eindr.voice.web.talk.Turn.Happened;
import com.eindr.voice.web.talk.Turns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns in a table, each sealed as a whole. Whether any may be kept or told the read model {@code kept-histories} says. */
@Component
final class SealedTurns implements Turns {
    /** Where the words stand, to which they are bound; whoever exports them opens them there too. */
    private static final String PLACE = "voice_turn.words";

    static final Duration KEPT = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(SealedTurns.class);
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient database;
    private final PersonalTexts texts;
    private final JsonMapper json = new JsonMapper();

    SealedTurns(JdbcClient database, PersonalTexts texts) {
        this.database = database;
        this.texts = texts;
    }

    /** What is sealed. */
    private record Words(String said, String reply, List<Happened> intents) {}

    private record Row(UUID id, Instant at, String words) {}

    /** What was done is answered whether or not it can be remembered. */
    @Override
    public void keep(UserId person, Turn turn) {
        try {
            if (mayKeep(person)) {
                String words = json.writeValueAsString(new Words(turn.said(), turn.reply(), turn.intents()));
                insert(person, turn.at(), texts.seal(person.value(), PLACE, words));
            }
        } catch (DataAccessException | StoreUnavailable | Refusal e) {
            LOG.warn("What {} said cannot be remembered: {}", person, e.toString());
        }
    }

    private boolean mayKeep(UserId person) {
        return database.sql("SELECT is_kept FROM voice_history WHERE user_id = ?")
                .param(person.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The lock lets nobody take the permission back between its being read and the turn's being there to be deleted. */
    private void insert(UserId person, Instant at, String sealed) {
        database.sql("""
            INSERT INTO voice_turn (user_id, id, at, words)
            SELECT user_id, ?, ?, ? FROM voice_history WHERE user_id = ? AND is_kept FOR SHARE\
            """)
                .params(TimeOrderedUuid.next(), OffsetDateTime.ofInstant(at, ZoneOffset.UTC), sealed, person.value())
                .update();
    }

    @Override
    public Slice<Turn> of(UserId person, SliceRequest slice) {
        String cursor = slice.cursor();
        List<Row> rows = rows(person, cursor == null ? LAST : UUID.fromString(cursor), slice.limit() + 1);
        boolean more = rows.size() > slice.limit();
        List<Row> page = more ? rows.subList(0, slice.limit()) : rows;
        return new Slice<>(turns(person, page), more ? page.getLast().id().toString() : null);
    }

    @Override
    public List<Turn> last(UserId person) {
        List<Turn> latest = new ArrayList<>(turns(person, rows(person, LAST, REMEMBERED)));
        return latest.reversed();
    }

    private List<Row> rows(UserId person, UUID before, int most) {
        return database.sql("""
            SELECT id, at, words FROM voice_turn JOIN voice_history USING (user_id)
            WHERE user_id = ? AND is_kept AND id < ? ORDER BY id DESC LIMIT ?\
            """)
                .params(person.value(), before, most)
                .query(SealedTurns::row)
                .list();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("words"));
    }

    private List<Turn> turns(UserId person, List<Row> rows) {
        return rows.stream()
                .map(row -> open(person, row))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Null where the person was erased meanwhile. */
    private @Nullable Turn open(UserId person, Row row) {
        String opened = texts.open(person.value(), PLACE, row.words());
        if (opened == null) {
            return null;
        }
        Words words = json.readValue(opened, Words.class);
        return new Turn(row.at(), words.said(), words.reply(), words.intents());
    }

    @Override
    public void forget(UserId person) {
        database.sql("DELETE FROM voice_turn WHERE user_id = ?")
                .param(person.value())
                .update();
    }

    /** Forgets what is old. */
    void forgetBefore(Instant moment) {
        database.sql("DELETE FROM voice_turn WHERE at < ?")
                .param(OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .update();
    }
}
