-- The Merkle tree over the event log, and what was signed of it. See docs/audit.md.

CREATE FUNCTION refuse_to_shrink_the_tree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.level = OLD.level AND NEW.index = OLD.index
        AND octet_length(NEW.hashes) > octet_length(OLD.hashes)
        AND substring(NEW.hashes FROM 1 FOR octet_length(OLD.hashes)) = OLD.hashes THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'hashes of events are never changed' USING ERRCODE = 'restrict_violation';
END $$;

-- Hashes of one level of the tree, 256 a row; the rightmost row of a level is growing.
CREATE TABLE log_tree_tile (
    -- 0 for the hashes of the events; each level above has the roots of the full rows below.
    level  smallint NOT NULL,
    index  bigint   NOT NULL,
    -- 32 bytes each, one after the other.
    hashes bytea    NOT NULL CHECK (octet_length(hashes) BETWEEN 32 AND 8192 AND octet_length(hashes) % 32 = 0),
    PRIMARY KEY (level, index)
);
-- Hashes cannot be compressed; trying costs time.
ALTER TABLE log_tree_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;
CREATE TRIGGER log_tree_tile_only_grows BEFORE UPDATE ON log_tree_tile
    FOR EACH ROW EXECUTE FUNCTION refuse_to_shrink_the_tree();
CREATE TRIGGER log_tree_tile_is_forever BEFORE DELETE OR TRUNCATE ON log_tree_tile
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();

-- Every checkpoint that was given out, as the signed note that it is.
CREATE TABLE log_checkpoint (
    tree_size bigint      PRIMARY KEY,
    note      text        NOT NULL,
    signed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE TRIGGER log_checkpoint_is_forever BEFORE UPDATE OR DELETE OR TRUNCATE ON log_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_history();
