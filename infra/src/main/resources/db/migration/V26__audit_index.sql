-- By what auditors look for events. A read model: it can be built anew from the log at any time. Ids only.
CREATE TABLE audit_entry (
    position       bigint      PRIMARY KEY,
    aggregate_id   text        NOT NULL,
    -- The simple name of the event's class. Without an index: there are few types, and each is in every part of the log.
    type           text        NOT NULL,
    correlation_id text,
    happened_at    timestamptz NOT NULL
);
-- Each is of few events: they are found by hash, in half the space, and then sorted.
CREATE INDEX audit_entry_aggregate ON audit_entry USING hash (aggregate_id);
CREATE INDEX audit_entry_correlation ON audit_entry USING hash (correlation_id);
-- Time grows with the position, but for clocks that are wrong.
CREATE INDEX audit_entry_time ON audit_entry USING brin (happened_at) WITH (pages_per_range = 32);

-- Who did it, and the people whom it names: mostly the same.
CREATE TABLE audit_person (
    who      text COLLATE "C" NOT NULL,
    position bigint  NOT NULL,
    acted    boolean NOT NULL,
    named    boolean NOT NULL,
    PRIMARY KEY (who, position)
);
