-- What has become of an aggregate until an event, so that a command need not read all its events. Only the latest one is
-- kept. Snapshots are not facts: this table may be emptied at any time, and loading is then slower until it has filled.
CREATE TABLE snapshot_event_entry (
    aggregate_identifier text        PRIMARY KEY,
    -- Of the last event that the snapshot stands for.
    sequence_number      bigint      NOT NULL,
    event_identifier     uuid        NOT NULL,
    type                 text        NOT NULL,
    payload_type         text        NOT NULL,
    payload_revision     text,
    time_stamp           timestamptz NOT NULL,
    payload              bytea       NOT NULL,
    meta_data            bytea       NOT NULL
) WITH (fillfactor = 70);
