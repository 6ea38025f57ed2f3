-- The event log and everything Axon and db-scheduler keep beside it.

-- Every fact, for ever. Columns are named as Axon names them.
CREATE TABLE domain_event_entry (
    -- The position in the log: dense, from 1, and in the order of the commits. See event_log_head.
    global_index         bigint      NOT NULL,
    event_identifier     uuid        NOT NULL,
    aggregate_identifier text        NOT NULL,
    sequence_number      bigint      NOT NULL,
    type                 text,
    payload_type         text        NOT NULL,
    payload_revision     text,
    time_stamp           timestamptz NOT NULL,
    payload              bytea       NOT NULL,
    meta_data            bytea       NOT NULL,
    CONSTRAINT domain_event_entry_position PRIMARY KEY (global_index),
    CONSTRAINT domain_event_entry_identifier UNIQUE (event_identifier),
    CONSTRAINT domain_event_entry_sequence UNIQUE (aggregate_identifier, sequence_number)
);

-- Time grows with the position, so a block range index finds a moment at almost no cost.
CREATE INDEX domain_event_entry_time ON domain_event_entry USING brin (time_stamp) WITH (pages_per_range = 32);

-- The position of the last event. The statement that appends events updates this row first: its lock lets one append
-- after the other commit, and a rollback takes the position back with the events. Hence no gaps, ever.
CREATE TABLE event_log_head (
    the_only boolean PRIMARY KEY DEFAULT true CHECK (the_only),
    position bigint  NOT NULL
) WITH (fillfactor = 10);
INSERT INTO event_log_head (position) VALUES (0);

CREATE FUNCTION refuse_to_change_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events are never changed or deleted' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER domain_event_entry_is_forever
    BEFORE UPDATE OR DELETE OR TRUNCATE ON domain_event_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();

-- What a caller's key was answered with. Written by the statement that appends the events.
CREATE TABLE idempotency_key (
    caller       text        NOT NULL,
    key          text        NOT NULL,
    fingerprint  text        NOT NULL,
    aggregate_id text        NOT NULL,
    version      bigint      NOT NULL,
    position     bigint      NOT NULL,
    -- The refusal, where the answer was one: then version and position are 0.
    refusal      jsonb,
    recorded_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idempotency_key_of_caller PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key USING brin (recorded_at) WITH (pages_per_range = 32);

-- How far each event processor has come.
CREATE TABLE token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
) WITH (fillfactor = 50);

CREATE TABLE saga_entry (
    saga_id         text PRIMARY KEY,
    revision        text,
    saga_type       text,
    serialized_saga bytea
) WITH (fillfactor = 80);

CREATE TABLE association_value_entry (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    association_key   text NOT NULL,
    association_value text,
    saga_id           text NOT NULL,
    saga_type         text
);
CREATE INDEX association_value_entry_value ON association_value_entry (saga_type, association_key, association_value);
CREATE INDEX association_value_entry_saga ON association_value_entry (saga_id, saga_type);

-- Events that a projection could not handle, and those of the same aggregate behind them.
CREATE TABLE dead_letter_entry (
    dead_letter_identifier text PRIMARY KEY,
    processing_group       text   NOT NULL,
    sequence_identifier    text   NOT NULL,
    sequence_index         bigint NOT NULL,
    message_type           text   NOT NULL,
    event_identifier       text   NOT NULL,
    time_stamp             text   NOT NULL,
    payload_type           text   NOT NULL,
    payload_revision       text,
    payload                bytea  NOT NULL,
    meta_data              bytea,
    type                   text,
    aggregate_identifier   text,
    sequence_number        bigint,
    token_type             text,
    token                  bytea,
    enqueued_at            text   NOT NULL,
    last_touched           text,
    processing_started     text,
    cause_type             text,
    cause_message          text,
    diagnostics            bytea,
    CONSTRAINT dead_letter_entry_place UNIQUE (processing_group, sequence_identifier, sequence_index)
);

-- db-scheduler: deadlines and recurring tasks.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);

-- Replays of projections: the one under way, or the last one, of each.
CREATE TABLE projection_replay (
    projection text        PRIMARY KEY,
    state      text        NOT NULL,
    processed  bigint      NOT NULL,
    total      bigint      NOT NULL,
    failure    text,
    started_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);
