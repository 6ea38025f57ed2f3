-- The words of every reminder and note: the read model searched-texts. Those of a deleted or cancelled one are empty.
CREATE TABLE searched_text (
    id         uuid   PRIMARY KEY,
    kind       text   NOT NULL,
    owner_id   text   NOT NULL,
    -- The first 1,000 characters.
    words      text   NOT NULL,
    -- The position of the event that last changed the words.
    changed_at bigint NOT NULL
);
-- With the owner, so that whoever asks how many of theirs wait reads the index alone.
CREATE INDEX searched_text_changed ON searched_text (changed_at, owner_id);

-- What they mean. No read model: a replay of searched-texts leaves it alone, and whatever says the same keeps its vector.
-- Where PostgreSQL has pgvector, the start of Eindr adds an index over it (com.eindr.infra.search).
CREATE TABLE meaning (
    id         uuid     PRIMARY KEY,
    owner_id   text     NOT NULL,
    -- Of the words that this is the meaning of.
    changed_at bigint   NOT NULL,
    -- 384 whole numbers from -127 to 127.
    vector     float4[] NOT NULL
);
CREATE INDEX meaning_owner ON meaning (owner_id);

-- Up to where the meaning of the words in searched_text is known. One row; whoever locks it is the one who goes on.
CREATE TABLE meaning_position (
    position bigint NOT NULL
);
INSERT INTO meaning_position VALUES (0);
