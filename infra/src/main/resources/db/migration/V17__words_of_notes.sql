-- Finds the words of one person's notes without reading the others, nor those that lack them. btree_gin comes with
-- PostgreSQL and needs no superuser.
CREATE EXTENSION IF NOT EXISTS btree_gin;
-- Beside its row and not behind a pointer, because every note that is found is ranked by it.
ALTER TABLE note ALTER COLUMN search SET STORAGE MAIN;
-- What is still to be put into the index is read by every search, hence the short list of it, in kilobytes.
CREATE INDEX note_words ON note USING gin (owner_id, search) WITH (gin_pending_list_limit = 256) WHERE NOT deleted;
CREATE INDEX note_configs ON note (owner_id, config) WHERE NOT deleted;
