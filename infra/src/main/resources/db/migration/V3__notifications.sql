CREATE TABLE notification (
    id            uuid        PRIMARY KEY,
    recipient     text        NOT NULL,
    kind          text        NOT NULL,
    reminder_id   uuid        NOT NULL,
    occurrence_id text        NOT NULL,
    title         text        NOT NULL,
    due_at        timestamptz NOT NULL,
    fired_at      timestamptz NOT NULL,
    late          boolean     NOT NULL,
    is_read       boolean     NOT NULL,
    version       bigint      NOT NULL,
    -- The position of the event that last changed it.
    changed_at    bigint      NOT NULL
);
CREATE INDEX notification_latest ON notification (recipient, fired_at DESC, id DESC);
CREATE INDEX notification_unread ON notification (recipient, fired_at DESC, id DESC) WHERE NOT is_read;
CREATE INDEX notification_changed ON notification (recipient, changed_at);

-- One line for every fact in the story of a reminder; the sentences are made when it is read.
CREATE TABLE reminder_history (
    reminder_id uuid        NOT NULL,
    position    bigint      NOT NULL,
    owner_id    text        NOT NULL,
    at          timestamptz NOT NULL,
    type        text        NOT NULL,
    -- A JSON object of texts.
    facts       text        NOT NULL,
    PRIMARY KEY (reminder_id, position)
);
