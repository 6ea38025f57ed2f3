-- Who owes whom. A party is a user (with an empty contact), or somebody whom that user knows by this name only.
CREATE TABLE debt (
    id           uuid        PRIMARY KEY,
    recorded_by  text        NOT NULL,
    other_id     text        NOT NULL,
    other_contact text       NOT NULL,
    -- As the recorder sees it.
    direction    text        NOT NULL,
    currency     text        NOT NULL,
    -- Minor units, here and below.
    amount       bigint      NOT NULL,
    note         text,
    -- Whether the other sees it.
    delivered    boolean     NOT NULL,
    occurred_on  date        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    status       text        NOT NULL,
    reason       text,
    settled_at   timestamptz,
    version      bigint      NOT NULL,
    changed_at   bigint      NOT NULL
);
CREATE INDEX debt_recorded ON debt (recorded_by, recorded_at DESC, id DESC);
CREATE INDEX debt_received ON debt (other_id, recorded_at DESC, id DESC) WHERE delivered AND other_contact = '';
CREATE INDEX debt_recorded_changed ON debt (recorded_by, changed_at);
CREATE INDEX debt_received_changed ON debt (other_id, changed_at) WHERE delivered AND other_contact = '';

-- What each party is owed (positive) or owes, and since when it is known; rows are only ever added. Those that count are
-- here twice, once for each party and with opposite signs, so that they come to nothing over all.
CREATE TABLE ledger_entry (
    position      bigint      NOT NULL,
    user_id       text        NOT NULL,
    contact       text        NOT NULL,
    other_id      text        NOT NULL,
    other_contact text        NOT NULL,
    currency      text        NOT NULL,
    -- NET counts; UNCONFIRMED and DISPUTED are what is claimed, and taken back when it is answered.
    standing      text        NOT NULL,
    amount        bigint      NOT NULL,
    cause         text        NOT NULL,
    cause_id      uuid        NOT NULL,
    occurred_on   date        NOT NULL,
    occurred_at   timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL,
    PRIMARY KEY (position, user_id, contact, standing)
);
CREATE INDEX ledger_entry_of_party ON ledger_entry (user_id, contact, position);
CREATE INDEX ledger_entry_of_pair ON ledger_entry (user_id, contact, other_id, other_contact, currency, position);
CREATE INDEX ledger_entry_of_cause ON ledger_entry (cause_id);

-- The sums of the entries.
CREATE TABLE ledger_balance (
    user_id       text   NOT NULL,
    contact       text   NOT NULL,
    other_id      text   NOT NULL,
    other_contact text   NOT NULL,
    currency      text   NOT NULL,
    net           bigint NOT NULL,
    unconfirmed   bigint NOT NULL,
    disputed      bigint NOT NULL,
    changed_at    bigint NOT NULL,
    PRIMARY KEY (user_id, contact, other_id, other_contact, currency)
);

CREATE TABLE settlement (
    id            uuid        PRIMARY KEY,
    proposed_by   text        NOT NULL,
    other_id      text        NOT NULL,
    other_contact text        NOT NULL,
    paid_by_proposer boolean  NOT NULL,
    currency      text        NOT NULL,
    amount        bigint      NOT NULL,
    -- Null where it was paid in the currency of the debt.
    paid_currency text,
    paid_amount   bigint,
    status        text        NOT NULL,
    nudges        integer     NOT NULL,
    proposed_at   timestamptz NOT NULL,
    expires_at    timestamptz,
    settled_at    timestamptz,
    version       bigint      NOT NULL,
    changed_at    bigint      NOT NULL
);
CREATE INDEX settlement_proposed ON settlement (proposed_by, proposed_at DESC, id DESC);
CREATE INDEX settlement_received ON settlement (other_id, proposed_at DESC, id DESC) WHERE other_contact = '';
CREATE INDEX settlement_proposed_changed ON settlement (proposed_by, changed_at);
CREATE INDEX settlement_received_changed ON settlement (other_id, changed_at) WHERE other_contact = '';
