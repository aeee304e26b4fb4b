-- What a coordinator sent for a unit from the unit's own file: which file, by the sync that it came with (who and when is in its
-- receipt). Each version of a row says whether it was written so; of before this migration nobody could.
ALTER TABLE records ADD COLUMN on_behalf INTEGER NOT NULL DEFAULT 0;
ALTER TABLE history ADD COLUMN on_behalf INTEGER NOT NULL DEFAULT 0;

CREATE TABLE files_on_behalf (
  reporter TEXT NOT NULL,
  id TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
  PRIMARY KEY (reporter, id),
  FOREIGN KEY (reporter, id) REFERENCES receipts (reporter, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER files_on_behalf_stay BEFORE UPDATE ON files_on_behalf BEGIN SELECT RAISE(ABORT, 'what was sent on behalf never changes'); END;
CREATE TRIGGER files_on_behalf_remain BEFORE DELETE ON files_on_behalf BEGIN SELECT RAISE(ABORT, 'what was sent on behalf never goes'); END;

-- The unit has looked at what was sent for it, and stands by it.
CREATE TABLE files_taken_over (
  reporter TEXT NOT NULL,
  id TEXT NOT NULL,
  account TEXT NOT NULL,
  account_name TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (reporter, id),
  FOREIGN KEY (reporter, id) REFERENCES files_on_behalf (reporter, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER files_taken_over_stay BEFORE UPDATE ON files_taken_over BEGIN SELECT RAISE(ABORT, 'what was taken over never changes'); END;
CREATE TRIGGER files_taken_over_remain BEFORE DELETE ON files_taken_over BEGIN SELECT RAISE(ABORT, 'what was taken over never goes'); END;

-- Cached answers are made again: their sources say now which rows were sent on behalf.
DELETE FROM consolidations;
