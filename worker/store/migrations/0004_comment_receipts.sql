-- Which remark a client's own key stands for: a second delivery finds the first here, and nothing stands twice.
CREATE TABLE comment_receipts (
  account TEXT NOT NULL REFERENCES accounts (id),
  key TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  comment TEXT NOT NULL REFERENCES comments (id),
  PRIMARY KEY (account, key)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER comment_receipts_stay BEFORE UPDATE ON comment_receipts BEGIN SELECT RAISE(ABORT, 'a receipt never changes'); END;
CREATE TRIGGER comment_receipts_remain BEFORE DELETE ON comment_receipts BEGIN SELECT RAISE(ABORT, 'a receipt never goes'); END;
