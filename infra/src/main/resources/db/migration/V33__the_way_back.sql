-- What an occurrence was before its owner did something to it, so that taking it back gives back exactly that. All null
-- where nothing was told of it, or where it has rung since.
ALTER TABLE reminder_occurrence
    ADD COLUMN before_state      text,
    ADD COLUMN before_due_at     timestamptz,
    ADD COLUMN before_adjustment text,
    ADD COLUMN before_snoozed    boolean,
    ADD COLUMN before_moved_to   timestamp;

-- Why a settlement with a mere contact was undone.
ALTER TABLE settlement
    ADD COLUMN reason text;
