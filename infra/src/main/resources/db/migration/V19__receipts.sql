-- Where in the log a settlement was proposed, for its receipt. Where the log is kept elsewhere, replaying the projection
-- settlements finds it again.
ALTER TABLE settlement ADD COLUMN proposal bigint NOT NULL DEFAULT 0;
UPDATE settlement s SET proposal = e.global_index
FROM domain_event_entry e WHERE e.aggregate_identifier = s.id::text AND e.sequence_number = 0;
