-- Every note, as it is now; of a deleted one only that it is deleted, so that devices can be told.
CREATE TABLE note (
    id         uuid        PRIMARY KEY,
    owner_id   text        NOT NULL,
    created_by text        NOT NULL,
    source     text        NOT NULL,
    content    text        NOT NULL,
    -- BCP 47; null where nobody knows.
    language   text,
    -- The text search configuration that follows from the language.
    config     text        NOT NULL,
    -- The words of the content, as that configuration has them.
    search     tsvector    NOT NULL,
    deleted    boolean     NOT NULL,
    written_at timestamptz NOT NULL,
    edited_at  timestamptz NOT NULL,
    version    bigint      NOT NULL,
    -- The position of the event that last changed it.
    changed_at bigint      NOT NULL
);
CREATE INDEX note_latest ON note (owner_id, written_at DESC, id DESC) WHERE NOT deleted;
CREATE INDEX note_changed ON note (owner_id, changed_at);
