-- By what people are known to those who have them in their address book. No address and no plain hash of one: every digest
-- is HMAC-SHA-256, under a pepper that is kept outside the database, of the SHA-256 (in hexadecimal) of the address.
CREATE TABLE contact (
    user_id      text    PRIMARY KEY,
    -- Whether the person wants to be found.
    discoverable boolean NOT NULL,
    -- The pepper of both digests.
    pepper       integer NOT NULL,
    email        text,
    -- Positions of the events since which each has been theirs: an address belongs to whoever verified it last.
    email_at     bigint  NOT NULL,
    phone        text,
    phone_at     bigint  NOT NULL,
    changed_at   bigint  NOT NULL
);
CREATE INDEX contact_email ON contact (email);
CREATE INDEX contact_phone ON contact (phone);

-- How many contacts a person has asked for: no hashes, but 24 bits of an HMAC of person and hash. They tell the person's
-- next question from the last, and hardly one number from another.
CREATE TABLE contact_asked (
    user_id  text    NOT NULL,
    pepper   integer NOT NULL,
    tag      integer NOT NULL,
    asked_on date    NOT NULL,
    seen_on  date    NOT NULL,
    PRIMARY KEY (user_id, pepper, tag)
);
CREATE INDEX contact_asked_seen ON contact_asked (seen_on);
