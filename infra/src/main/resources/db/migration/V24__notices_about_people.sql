-- Who did what a notice tells: its sentence is about them, and goes when they leave.
ALTER TABLE notification ADD COLUMN about text;
CREATE INDEX notification_about ON notification (about) WHERE about IS NOT NULL;
ALTER TABLE push_outbox ADD COLUMN about text;
