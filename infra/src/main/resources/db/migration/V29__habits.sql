-- What is suggested to people because they do it again and again, and what became of that.
CREATE TABLE habit (
    id           uuid        PRIMARY KEY,
    owner_id     text        NOT NULL,
    title        text        NOT NULL,
    start        timestamp   NOT NULL,
    time_zone    text        NOT NULL,
    recurrence   text        NOT NULL,
    -- A line for each time: reminder, occurrence and moment.
    evidence     text        NOT NULL,
    status       text        NOT NULL,
    reminder_id  uuid,
    suggested_at timestamptz NOT NULL,
    version      bigint      NOT NULL,
    changed_at   bigint      NOT NULL
);
CREATE INDEX habit_owner ON habit (owner_id, status, suggested_at DESC, id DESC);
CREATE INDEX habit_changed ON habit (owner_id, changed_at);

-- What each reminder tells of the habits of its owner.
CREATE TABLE habit_evidence (
    reminder_id uuid        PRIMARY KEY,
    owner_id    text        NOT NULL,
    title       text        NOT NULL,
    -- The local time it was set for; null for a whole day.
    planned     timestamp,
    time_zone   text        NOT NULL,
    repeating   boolean     NOT NULL,
    cancelled   boolean     NOT NULL,
    occurrence  text,
    done_at     timestamptz,
    -- When that was, where it was to be done.
    done_on     timestamp,
    rang_at     timestamptz,
    -- The position of the event that made it, of the one that last changed its words, and of the last.
    made_at     bigint      NOT NULL,
    said_at     bigint      NOT NULL,
    changed_at  bigint      NOT NULL
);
CREATE INDEX habit_evidence_owner ON habit_evidence (owner_id, changed_at DESC);

-- Whose habits are to be looked at again, in the order of the last event that says something of them.
CREATE TABLE habit_person (
    owner_id   text    PRIMARY KEY,
    -- Whether they want suggestions.
    wanted     boolean NOT NULL,
    -- The plan they were put on; null for somebody who is on none but the trial they began with.
    plan       text,
    -- The position of the last event that changed words of a reminder.
    said_at    bigint  NOT NULL,
    changed_at bigint  NOT NULL
);
CREATE INDEX habit_person_changed ON habit_person (changed_at);
