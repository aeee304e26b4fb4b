-- What changed since a sign-off is what differs from the signed rows, which history has: nothing counts how often something
-- was written, there and back.
ALTER TABLE submissions DROP COLUMN changes;

-- Whether a comment is a word of the unit's own people: of before, by the unit that its account is of now.
ALTER TABLE comments ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
UPDATE comments SET own = coalesce((SELECT a.reporter = comments.reporter FROM accounts a WHERE a.id = comments.account), 0);
