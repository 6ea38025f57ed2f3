-- When an account is erased; null where nobody asked for that.
ALTER TABLE account ADD COLUMN leaves_at timestamptz;
