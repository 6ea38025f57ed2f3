-- Plans, what has been used of them, and notifications that are not about a ring.

ALTER TABLE notification
    ALTER COLUMN reminder_id DROP NOT NULL,
    ALTER COLUMN occurrence_id DROP NOT NULL,
    -- The id of what it is about, where that is not a ring.
    ADD COLUMN subject text;

ALTER TABLE push_outbox
    ALTER COLUMN reminder_id DROP NOT NULL,
    ALTER COLUMN occurrence_id DROP NOT NULL,
    ADD COLUMN kind text NOT NULL DEFAULT 'REMINDER_DUE';

ALTER TABLE account
    ADD COLUMN plan          text NOT NULL DEFAULT 'TRIAL',
    -- Null where no trial is running.
    ADD COLUMN trial_ends_at timestamptz;

CREATE TABLE allowance (
    id         uuid   PRIMARY KEY,
    user_id    text   NOT NULL,
    feature    text   NOT NULL,
    -- As 2026-12, in UTC.
    month      text   NOT NULL,
    used       bigint NOT NULL,
    -- The position of the event that last changed it.
    changed_at bigint NOT NULL
);
CREATE INDEX allowance_of_user ON allowance (user_id, month);
