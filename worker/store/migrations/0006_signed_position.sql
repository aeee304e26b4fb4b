-- When a unit's period was last signed, and the city's position then: what has a later seq was changed since.
ALTER TABLE submissions ADD COLUMN signed_at TEXT;
ALTER TABLE submissions ADD COLUMN signed_seq INTEGER;
