-- Pushes that are to be sent, or are being sent. A push that is settled leaves; its outcome is an event.
CREATE TABLE push_outbox (
    notification_id uuid        PRIMARY KEY,
    recipient       text        NOT NULL,
    reminder_id     uuid        NOT NULL,
    occurrence_id   text        NOT NULL,
    title           text        NOT NULL,
    -- Not before this. Whoever claims the push moves it ahead by a lease: a node that dies loses the claim with it.
    due_at          timestamptz NOT NULL,
    -- Not after this.
    worthless_at    timestamptz NOT NULL,
    -- How often it was claimed, which also tells a late claimant that it is no longer its turn.
    attempts        integer     NOT NULL DEFAULT 0,
    -- The devices that have taken it, so that another attempt is for the others only.
    taken_by        uuid[]      NOT NULL DEFAULT '{}',
    correlation_id  text
) WITH (fillfactor = 80);
CREATE INDEX push_outbox_due ON push_outbox (due_at);
