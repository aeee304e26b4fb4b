-- Whom a city's own identity provider (OIDC) means: the value of the claim that the city chose, and the account here.
CREATE TABLE identities (
  issuer TEXT NOT NULL,
  value TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES accounts (id),
  PRIMARY KEY (issuer, value),
  UNIQUE (issuer, account)
) STRICT, WITHOUT ROWID;

-- Sign-ins that began at the provider and have not come back; a row is taken out by the first answer that names it.
CREATE TABLE oidc_flows (
  state TEXT PRIMARY KEY,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
