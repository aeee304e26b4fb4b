-- A kept answer is of one era and of one register, not of a version number alone. What was kept is only made anew.
DROP TABLE consolidations;
CREATE TABLE consolidations (
  period TEXT PRIMARY KEY,
  as_of_seq INTEGER NOT NULL,
  era TEXT NOT NULL,
  register_id TEXT NOT NULL,
  register_version INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
