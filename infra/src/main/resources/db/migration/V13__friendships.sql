-- One row for each of two people who have, or had, to do with each other: what that person sees of the other.
CREATE TABLE relation (
    user_id              text        NOT NULL,
    other_id             text        NOT NULL,
    friendship_id        uuid        NOT NULL,
    -- Each is null for no.
    friends_since        timestamptz,
    asked_since          timestamptz,
    asked_by_other_since timestamptz,
    blocked_since        timestamptz,
    -- What the person lets the other do.
    reminders            text        NOT NULL,
    notes                text        NOT NULL,
    debts                text        NOT NULL,
    -- Counts what this person has seen of the pair, and nothing else.
    version              bigint      NOT NULL,
    -- The position of the event that last changed what this person sees.
    changed_at           bigint      NOT NULL,
    PRIMARY KEY (user_id, other_id)
);
CREATE INDEX relation_changed ON relation (user_id, changed_at);
CREATE INDEX relation_of_other ON relation (other_id);

-- Requests to addresses, as those see them who made them: they do not say to whom.
CREATE TABLE invitation (
    id           uuid        PRIMARY KEY,
    user_id      text        NOT NULL,
    requested_at timestamptz NOT NULL,
    is_open      boolean     NOT NULL,
    version      bigint      NOT NULL,
    changed_at   bigint      NOT NULL
);
CREATE INDEX invitation_changed ON invitation (user_id, changed_at);

-- What people are called by their friends' telephones.
CREATE TABLE friend_name (
    user_id      text   PRIMARY KEY,
    display_name text,
    changed_at   bigint NOT NULL
);

CREATE TABLE proposal (
    id           uuid        PRIMARY KEY,
    sender       text        NOT NULL,
    recipient    text        NOT NULL,
    kind         text        NOT NULL,
    -- Whether the recipient sees it.
    delivered    boolean     NOT NULL,
    status       text        NOT NULL,
    -- The reminder that is proposed as a JSON object, or the text of the note.
    offer        text        NOT NULL,
    proposed_at  timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    settled_at   timestamptz,
    made_id      uuid,
    version      bigint      NOT NULL,
    changed_at   bigint      NOT NULL
);
CREATE INDEX proposal_sent ON proposal (sender, proposed_at DESC, id DESC);
CREATE INDEX proposal_received ON proposal (recipient, proposed_at DESC, id DESC) WHERE delivered;
CREATE INDEX proposal_sent_changed ON proposal (sender, changed_at);
CREATE INDEX proposal_received_changed ON proposal (recipient, changed_at) WHERE delivered;

-- What a person lets each friend do, and how often the friend did.
CREATE TABLE consent (
    user_id      text        NOT NULL,
    friend_id    text        NOT NULL,
    kind         text        NOT NULL,
    permission   text        NOT NULL,
    since        timestamptz NOT NULL,
    used         bigint      NOT NULL,
    last_used_at timestamptz,
    PRIMARY KEY (user_id, friend_id, kind)
);
