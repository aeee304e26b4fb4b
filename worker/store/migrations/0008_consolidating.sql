-- A coordinator's own light in place of the judged one, or its taking back (light NULL); the highest version counts.
CREATE TABLE light_overrides (
  period TEXT NOT NULL REFERENCES periods (id),
  indicator TEXT NOT NULL,
  version INTEGER NOT NULL,
  light TEXT CHECK (light IN ('blue', 'green', 'yellow', 'red', 'grey')),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  account TEXT NOT NULL REFERENCES accounts (id),
  at TEXT NOT NULL,
  PRIMARY KEY (period, indicator, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER light_overrides_stay BEFORE UPDATE ON light_overrides BEGIN SELECT RAISE(ABORT, 'overrides are append-only'); END;
CREATE TRIGGER light_overrides_remain BEFORE DELETE ON light_overrides BEGIN SELECT RAISE(ABORT, 'overrides are append-only'); END;

-- A unit's own last day on time, where more time was given before its deadline passed.
CREATE TABLE extensions (
  period TEXT NOT NULL REFERENCES periods (id),
  reporter TEXT NOT NULL,
  until TEXT NOT NULL,
  PRIMARY KEY (period, reporter)
) STRICT, WITHOUT ROWID;

-- Answers name people: how often a name was changed.
ALTER TABLE city ADD COLUMN names INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER accounts_renamed AFTER UPDATE OF name ON accounts WHEN NEW.name <> OLD.name
BEGIN UPDATE city SET names = names + 1; END;

-- The last consolidated answer of a period, valid for its basis (all that it depends on but the rows) as long as no row
-- of the period, or of the one before, is newer. What was kept is only made anew.
DROP TABLE consolidations;
CREATE TABLE consolidations (
  period TEXT PRIMARY KEY,
  as_of_seq INTEGER NOT NULL,
  basis TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A period's figures in the compact form that the period after is compared with.
CREATE TABLE period_figures (
  period TEXT PRIMARY KEY,
  as_of_seq INTEGER NOT NULL,
  basis TEXT NOT NULL,
  figures TEXT NOT NULL
) STRICT, WITHOUT ROWID;
