-- What people said of the columns of tables that are laid out alike, of a unit or, with reporter '', of the city. The
-- fingerprint shows no heading; headings and columns hold words of headings, and neither figures nor names of people.
CREATE TABLE layouts (
  reporter TEXT NOT NULL,
  layout TEXT NOT NULL CHECK (length(layout) = 16 AND layout NOT GLOB '*[^0-9a-f]*'),
  version INTEGER NOT NULL CHECK (version > 0),
  register_id TEXT NOT NULL,
  headings TEXT NOT NULL CHECK (json_valid(headings)),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  account TEXT NOT NULL REFERENCES accounts (id),
  at TEXT NOT NULL,
  -- Of a unit's: since when it is proposed for the city, or why the city did not take it.
  proposed_at TEXT,
  declined TEXT,
  -- Of the city's: the unit whose it was.
  source TEXT,
  PRIMARY KEY (reporter, layout),
  CONSTRAINT the_city_has_a_source CHECK ((reporter = '') = (source IS NOT NULL)),
  CONSTRAINT units_propose CHECK (reporter <> '' OR (proposed_at IS NULL AND declined IS NULL))
) STRICT, WITHOUT ROWID;
