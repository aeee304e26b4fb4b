-- The completion that counts for the deadline: a return takes away the word, and what is said again after it does not make late
-- what was there in time. Of before this migration it is the completion that was said last.
ALTER TABLE submissions ADD COLUMN counted_at TEXT;
UPDATE submissions SET counted_at = said_at;
