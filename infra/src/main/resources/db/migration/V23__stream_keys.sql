-- What the pseudonyms of the analysts' stream follow from. Keys are added; the newest counts.
CREATE TABLE stream_key (
    number  integer     PRIMARY KEY,
    -- What it was added for, each reason once: a repeated request adds nothing.
    reason  text        NOT NULL UNIQUE,
    bytes   bytea       NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);
