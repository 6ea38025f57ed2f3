-- Under what each person's words in the log are encrypted (docs/decisions/0110). The row of a destroyed key stays, so that no
-- other is made for the same person.
CREATE TABLE person_key (
    person       text        PRIMARY KEY,
    -- The number of the master key that wraps it; the master keys are kept outside the database.
    master       integer     NOT NULL,
    wrapped      bytea,
    made_at      timestamptz NOT NULL DEFAULT now(),
    destroyed_at timestamptz,
    CONSTRAINT person_key_is_there_or_destroyed CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
