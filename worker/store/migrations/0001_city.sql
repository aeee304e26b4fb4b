-- One database is one city. SCHEMA.md shows each table with an example row.

CREATE TABLE city (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  era TEXT NOT NULL,
  seq INTEGER NOT NULL
) STRICT;
INSERT INTO city (id, era, seq) VALUES (1, lower(hex(randomblob(16))), 0);

CREATE TABLE registers (
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  title TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  loaded_at TEXT NOT NULL,
  PRIMARY KEY (id, version)
) STRICT;
CREATE TRIGGER registers_stay BEFORE UPDATE ON registers BEGIN SELECT RAISE(ABORT, 'a register version never changes'); END;
CREATE TRIGGER registers_remain BEFORE DELETE ON registers BEGIN SELECT RAISE(ABORT, 'a register version never goes'); END;

-- Statements are limited to 100 KB: a register arrives in parts, which are joined and removed.
CREATE TABLE register_parts (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  part INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (id, version, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE units (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('clerk', 'reviewer', 'coordinator', 'administrator', 'auditor', 'reader')),
  reporter TEXT REFERENCES units (id),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  created_at TEXT NOT NULL,
  CONSTRAINT unit_people_have_a_unit CHECK (role NOT IN ('clerk', 'reviewer') OR reporter IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- The selector names the invitation; only the hash of the whole code is kept.
CREATE TABLE invitations (
  selector TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES accounts (id),
  code_hash TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  failures INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE failed_codes (
  address_hash TEXT NOT NULL,
  at TEXT NOT NULL,
  request_id TEXT NOT NULL,
  PRIMARY KEY (address_hash, at, request_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
  token_hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL REFERENCES accounts (id),
  device TEXT NOT NULL,
  created_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_of_account ON tokens (account);

CREATE TABLE periods (
  id TEXT PRIMARY KEY CHECK (id GLOB '20[0-9][0-9]-[01][0-9]'),
  register_id TEXT NOT NULL,
  register_version INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'locked')),
  soft_deadline TEXT NOT NULL,
  hard_deadline TEXT NOT NULL,
  FOREIGN KEY (register_id, register_version) REFERENCES registers (id, version),
  CONSTRAINT deadlines_in_order CHECK (soft_deadline <= hard_deadline)
) STRICT, WITHOUT ROWID;

-- The three states of a unit's period; absent until the unit or the coordinator first acts.
CREATE TABLE submissions (
  period TEXT NOT NULL REFERENCES periods (id),
  reporter TEXT NOT NULL,
  said TEXT NOT NULL DEFAULT 'draft' CHECK (said IN ('draft', 'complete')),
  said_at TEXT,
  sign_off TEXT NOT NULL DEFAULT 'none' CHECK (sign_off IN ('none', 'reviewed', 'approved')),
  signed_by TEXT,
  receipt TEXT NOT NULL DEFAULT 'none' CHECK (receipt IN ('none', 'received', 'returned', 'accepted', 'locked')),
  reason TEXT,
  changes INTEGER NOT NULL DEFAULT 0,
  open_until TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (period, reporter)
) STRICT, WITHOUT ROWID;

CREATE TABLE records (
  period TEXT NOT NULL,
  reporter TEXT NOT NULL,
  subject TEXT NOT NULL,
  area TEXT NOT NULL,
  part TEXT NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  account TEXT NOT NULL,
  at TEXT NOT NULL,
  deleted INTEGER NOT NULL,
  target INTEGER,
  cumulative INTEGER,
  period_value INTEGER,
  previous INTEGER,
  carry_over INTEGER,
  stated_percent INTEGER,
  denominator INTEGER,
  invest_plan INTEGER,
  invest_done INTEGER,
  as_of TEXT,
  planned TEXT,
  actual TEXT,
  stage TEXT,
  done INTEGER,
  progress_text TEXT,
  problems TEXT,
  next_steps TEXT,
  remark TEXT,
  written TEXT NOT NULL,
  origin TEXT,
  reasons TEXT NOT NULL,
  PRIMARY KEY (period, reporter, subject, area, part)
) STRICT, WITHOUT ROWID;

-- The full image of every version, in the columns of records.
CREATE TABLE history (
  period TEXT NOT NULL,
  reporter TEXT NOT NULL,
  subject TEXT NOT NULL,
  area TEXT NOT NULL,
  part TEXT NOT NULL,
  version INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  account TEXT NOT NULL,
  at TEXT NOT NULL,
  deleted INTEGER NOT NULL,
  target INTEGER,
  cumulative INTEGER,
  period_value INTEGER,
  previous INTEGER,
  carry_over INTEGER,
  stated_percent INTEGER,
  denominator INTEGER,
  invest_plan INTEGER,
  invest_done INTEGER,
  as_of TEXT,
  planned TEXT,
  actual TEXT,
  stage TEXT,
  done INTEGER,
  progress_text TEXT,
  problems TEXT,
  next_steps TEXT,
  remark TEXT,
  written TEXT NOT NULL,
  origin TEXT,
  reasons TEXT NOT NULL,
  PRIMARY KEY (period, reporter, subject, area, part, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER history_stays BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_remains BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TRIGGER records_begin AFTER INSERT ON records WHEN NEW.version <> 1
BEGIN SELECT RAISE(ABORT, 'a record begins at version 1'); END;
CREATE TRIGGER records_go_on BEFORE UPDATE ON records WHEN NEW.version <> OLD.version + 1
BEGIN SELECT RAISE(ABORT, 'versions have no gaps'); END;
CREATE TRIGGER records_remain BEFORE DELETE ON records BEGIN SELECT RAISE(ABORT, 'a record is withdrawn, never removed'); END;

-- What was answered to a sync: [row, status, version, conflicting fields as bits] for each judged row.
CREATE TABLE receipts (
  reporter TEXT NOT NULL,
  id TEXT NOT NULL,
  period TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  account TEXT NOT NULL,
  at TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER,
  applied INTEGER NOT NULL,
  outcomes TEXT NOT NULL,
  rejected TEXT NOT NULL,
  note TEXT,
  evidence TEXT,
  unknown_bases INTEGER NOT NULL CONSTRAINT guard_bases CHECK (unknown_bases = 0),
  PRIMARY KEY (reporter, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER receipts_stay BEFORE UPDATE ON receipts BEGIN SELECT RAISE(ABORT, 'a receipt never changes'); END;
CREATE TRIGGER receipts_remain BEFORE DELETE ON receipts BEGIN SELECT RAISE(ABORT, 'a receipt never goes'); END;

-- One row, replaced by each batch: a condition that does not hold fails its named CHECK and rolls the batch back.
CREATE TABLE guards (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  token INTEGER NOT NULL CONSTRAINT guard_token CHECK (token = 1),
  member INTEGER NOT NULL CONSTRAINT guard_member CHECK (member = 1),
  era INTEGER NOT NULL CONSTRAINT guard_era CHECK (era = 1),
  register INTEGER NOT NULL CONSTRAINT guard_register CHECK (register = 1),
  period_open INTEGER NOT NULL CONSTRAINT guard_period_open CHECK (period_open = 1),
  unit_open INTEGER NOT NULL CONSTRAINT guard_unit_open CHECK (unit_open = 1),
  epoch INTEGER NOT NULL CONSTRAINT guard_epoch CHECK (epoch = 1),
  note INTEGER NOT NULL CONSTRAINT guard_note CHECK (note = 1),
  precondition INTEGER NOT NULL CONSTRAINT guard_precondition CHECK (precondition = 1),
  state INTEGER NOT NULL CONSTRAINT guard_state CHECK (state = 1)
) STRICT;

CREATE TABLE comments (
  id TEXT PRIMARY KEY,
  period TEXT NOT NULL,
  reporter TEXT NOT NULL,
  subject TEXT NOT NULL,
  area TEXT NOT NULL,
  part TEXT NOT NULL,
  version INTEGER NOT NULL,
  account TEXT NOT NULL REFERENCES accounts (id),
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('comment', 'return')),
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX comments_of_unit ON comments (period, reporter, at);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  account TEXT,
  act TEXT NOT NULL,
  object TEXT NOT NULL,
  reason TEXT,
  before TEXT,
  after TEXT,
  request_id TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_remains BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

-- What is due for somebody; written once by the scheduled work.
CREATE TABLE notices (
  period TEXT NOT NULL,
  reporter TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('reminder', 'softDeadlinePassed', 'hardDeadlinePassed')),
  at TEXT NOT NULL,
  PRIMARY KEY (period, reporter, kind)
) STRICT, WITHOUT ROWID;

-- The last consolidated answer of a period, by the position that it stands on.
CREATE TABLE consolidations (
  period TEXT PRIMARY KEY,
  as_of_seq INTEGER NOT NULL,
  register_version INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
