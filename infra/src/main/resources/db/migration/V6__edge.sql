-- What the HTTP edge keeps.

-- The secret that seals cursors and consistency tokens; one row, made by the first node that starts.
CREATE TABLE seal_key (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    bytes    bytea NOT NULL CHECK (length(bytes) >= 32)
);

-- What a bulk write with an idempotency key was about.
CREATE TABLE kept_selection (
    caller      text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    ids         text[]      NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (caller, key)
);
CREATE INDEX kept_selection_by_age ON kept_selection (recorded_at);
