-- Who has whom in their address book, of those only who both want to be found: no hashes, and nothing of what matched
-- nobody. Forgotten 30 days after it was last asked for.
CREATE TABLE contact_match (
    user_id  text NOT NULL,
    other_id text NOT NULL,
    seen_on  date NOT NULL,
    PRIMARY KEY (user_id, other_id)
);
CREATE INDEX contact_match_other ON contact_match (other_id);
CREATE INDEX contact_match_seen ON contact_match (seen_on);
