-- What friends propose to owe less in a circle, and what became of it.
CREATE TABLE netting (
    id           uuid        PRIMARY KEY,
    proposed_by  text        NOT NULL,
    currency     text        NOT NULL,
    -- Minor units, by which every line of the circle gets smaller.
    amount       bigint      NOT NULL,
    -- Whether the others see it.
    delivered    boolean     NOT NULL,
    status       text        NOT NULL,
    rejected_by  text,
    nudges       integer     NOT NULL,
    proposed_at  timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    settled_at   timestamptz,
    version      bigint      NOT NULL,
    changed_at   bigint      NOT NULL
);

-- Who is in the circle: each owes the next, and the last owes the first.
CREATE TABLE netting_party (
    netting_id   uuid        NOT NULL,
    user_id      text        NOT NULL,
    place        integer     NOT NULL,
    approved     boolean     NOT NULL,
    changed_at   bigint      NOT NULL,
    PRIMARY KEY (netting_id, user_id)
);
CREATE INDEX netting_party_of_user ON netting_party (user_id);
