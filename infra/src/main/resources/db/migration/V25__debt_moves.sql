-- What somebody says was owed with a friend whom they had noted down as a contact, and what became of that.
CREATE TABLE debt_move (
    id           uuid        PRIMARY KEY,
    proposed_by  text        NOT NULL,
    -- The name of the contact, which the friend is never told.
    contact      text        NOT NULL,
    -- The friend.
    other_id     text        NOT NULL,
    -- Whether the friend sees it.
    delivered    boolean     NOT NULL,
    -- Currencies and minor units, such as 'EUR 3000 PKR -50'; positive is owed to who proposed it.
    balances     text        NOT NULL,
    status       text        NOT NULL,
    reason       text,
    proposed_at  timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    settled_at   timestamptz,
    -- The position of the proposal: what it is about is in the log before it.
    proposal     bigint      NOT NULL,
    version      bigint      NOT NULL,
    changed_at   bigint      NOT NULL
);
CREATE INDEX debt_move_proposed ON debt_move (proposed_by, proposed_at DESC, id DESC);
CREATE INDEX debt_move_received ON debt_move (other_id, proposed_at DESC, id DESC);
