-- Names of people are kept with the act they did: an account that is given to somebody else, or renamed, changes nothing
-- of what was done before. Acts of before this migration take the name that the account had by the audit trail, which has
-- every change of a name with what it was; where nothing was changed, the account's name of now.
CREATE TABLE names_then (
  account TEXT NOT NULL,
  until TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (account, until)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO names_then (account, until, name)
  SELECT object, at, before ->> 'name' FROM audit WHERE act = 'account.change' AND before ->> 'name' IS NOT NULL ORDER BY id;
INSERT INTO names_then (account, until, name) SELECT id, 'now', name FROM accounts;

ALTER TABLE records ADD COLUMN account_name TEXT;
DROP TRIGGER records_go_on;
UPDATE records SET account_name = (SELECT name FROM names_then n WHERE n.account = records.account AND n.until > records.at ORDER BY n.until LIMIT 1);
CREATE TRIGGER records_go_on BEFORE UPDATE ON records WHEN NEW.version <> OLD.version + 1
BEGIN SELECT RAISE(ABORT, 'versions have no gaps'); END;

ALTER TABLE history ADD COLUMN account_name TEXT;
DROP TRIGGER history_stays;
UPDATE history SET account_name = (SELECT name FROM names_then n WHERE n.account = history.account AND n.until > history.at ORDER BY n.until LIMIT 1);
CREATE TRIGGER history_stays BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

ALTER TABLE receipts ADD COLUMN account_name TEXT;
DROP TRIGGER receipts_stay;
UPDATE receipts SET account_name = (SELECT name FROM names_then n WHERE n.account = receipts.account AND n.until > receipts.at ORDER BY n.until LIMIT 1);
CREATE TRIGGER receipts_stay BEFORE UPDATE ON receipts BEGIN SELECT RAISE(ABORT, 'a receipt never changes'); END;

ALTER TABLE submissions ADD COLUMN signed_name TEXT;
UPDATE submissions SET signed_name = (SELECT name FROM names_then n WHERE n.account = submissions.signed_by
  AND n.until > coalesce(submissions.signed_at, '') ORDER BY n.until LIMIT 1);

ALTER TABLE comments ADD COLUMN account_name TEXT;
UPDATE comments SET account_name = (SELECT name FROM names_then n WHERE n.account = comments.account AND n.until > comments.at ORDER BY n.until LIMIT 1);

ALTER TABLE light_overrides ADD COLUMN account_name TEXT;
DROP TRIGGER light_overrides_stay;
UPDATE light_overrides SET account_name = (SELECT name FROM names_then n WHERE n.account = light_overrides.account AND n.until > light_overrides.at ORDER BY n.until LIMIT 1);
CREATE TRIGGER light_overrides_stay BEFORE UPDATE ON light_overrides BEGIN SELECT RAISE(ABORT, 'overrides are append-only'); END;

ALTER TABLE layouts ADD COLUMN account_name TEXT;
UPDATE layouts SET account_name = (SELECT name FROM names_then n WHERE n.account = layouts.account AND n.until > layouts.at ORDER BY n.until LIMIT 1);

ALTER TABLE audit ADD COLUMN account_name TEXT;
DROP TRIGGER audit_stays;
UPDATE audit SET account_name = (SELECT name FROM names_then n WHERE n.account = audit.account AND n.until >= audit.at ORDER BY n.until LIMIT 1);
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

DROP TABLE names_then;

-- No answer changes any more because a name does: nothing counts how often.
DROP TRIGGER accounts_renamed;
ALTER TABLE city DROP COLUMN names;
-- Cached answers are only made again.
DELETE FROM consolidations;
