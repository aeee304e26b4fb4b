-- One-time links to documents; of the ticket only SHA-256 is kept. Gone once they have expired and another is made.
CREATE TABLE document_links (
  ticket_hash TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL,
  role TEXT NOT NULL,
  period TEXT NOT NULL REFERENCES periods (id),
  asked TEXT NOT NULL CHECK (json_valid(asked)),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
