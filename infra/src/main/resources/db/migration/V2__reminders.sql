-- How far each read model has come, moved in the transaction that changes its tables. What is cached outside the database
-- is compared with it.
CREATE TABLE projection_position (
    name        text   PRIMARY KEY,
    position    bigint NOT NULL,
    -- The position of a change that Redis could not be told of; null once all is well again.
    unmarked_at bigint
);

-- Names what this database keeps in Redis, so that another database on the same Redis never reads it.
CREATE TABLE hot_view_space (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid()
);
INSERT INTO hot_view_space DEFAULT VALUES;

CREATE TABLE reminder (
    id              uuid        PRIMARY KEY,
    owner_id        text        NOT NULL,
    created_by      text        NOT NULL,
    title           text        NOT NULL,
    notes           text,
    start           timestamp   NOT NULL,
    time_zone       text        NOT NULL,
    timing          text        NOT NULL,
    recurrence      text,
    repeat_from     text        NOT NULL,
    on_missed       text        NOT NULL,
    nag_every       text,
    status          text        NOT NULL,
    -- The one alarm it is armed with; all null for none.
    next_occurrence text,
    next_due_at     timestamptz,
    next_adjustment text,
    next_kind       text,
    next_nag        integer,
    -- The last occurrence that was armed as the series has it: what comes before it is settled or left out.
    series_from     text,
    version         bigint      NOT NULL,
    -- The position of the event that last changed it.
    changed_at      bigint      NOT NULL
);
CREATE INDEX reminder_next ON reminder (owner_id, coalesce(next_due_at, 'infinity'::timestamptz), id);
CREATE INDEX reminder_changed ON reminder (owner_id, changed_at);

-- Every occurrence of which there is more to say than the schedule says.
CREATE TABLE reminder_occurrence (
    reminder_id   uuid        NOT NULL,
    -- Sorts as time does (ISO 8601), if the collation does not get in the way.
    occurrence_id text        COLLATE "C" NOT NULL,
    owner_id      text        NOT NULL,
    state         text        NOT NULL,
    due_at        timestamptz NOT NULL,
    adjustment    text        NOT NULL,
    snoozed       boolean     NOT NULL,
    -- Where its owner moved it, in local time of the reminder's zone.
    moved_to      timestamp,
    rang_at       timestamptz,
    PRIMARY KEY (reminder_id, occurrence_id)
);
CREATE INDEX reminder_occurrence_due ON reminder_occurrence (owner_id, due_at);
CREATE INDEX reminder_occurrence_name ON reminder_occurrence (owner_id, occurrence_id);
