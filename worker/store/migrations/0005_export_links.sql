-- One-time links to an export of everything; of the ticket only SHA-256 is kept. Gone once they have expired and another is made.
CREATE TABLE export_links (
  ticket_hash TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
