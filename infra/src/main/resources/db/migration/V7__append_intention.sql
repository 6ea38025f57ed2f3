-- With the event log in Axon Server only: which aggregate a caller's key is about to be used on, until the key has its
-- answer in idempotency_key. It tells whoever repeats a key after a crash where to look for the first attempt's events.
CREATE TABLE append_intention (
    caller       text        NOT NULL,
    key          text        NOT NULL,
    aggregate_id text        NOT NULL,
    begun_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT append_intention_of_caller PRIMARY KEY (caller, key)
) WITH (fillfactor = 70);
