-- Who lets be kept what they say: the read model kept-histories.
CREATE TABLE voice_history (
    user_id    text    PRIMARY KEY,
    is_kept    boolean NOT NULL,
    -- The position of the event that last changed it.
    changed_at bigint  NOT NULL
);

-- What they said and were answered. No read model: nothing of it is in the log. A row is written under a lock of the row above.
CREATE TABLE voice_turn (
    user_id text        NOT NULL,
    -- Grows with time.
    id      uuid        NOT NULL,
    at      timestamptz NOT NULL,
    -- JSON, sealed under the person's key.
    words   text        NOT NULL,
    PRIMARY KEY (user_id, id)
);
-- For forgetting what is old.
CREATE INDEX voice_turn_at ON voice_turn (at);
