-- People who can sign in, the organisations they act for, and the link between the two.
-- E-mail addresses are written in lower case, so that one person cannot have two accounts by capitals.
CREATE TABLE organisations (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('marketplace', 'law_firm', 'company')),
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE accounts (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
  name TEXT NOT NULL,
  locale TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  password_hash TEXT,
  confirmed_at INTEGER,
  staff_role TEXT CHECK (staff_role IN ('case_manager', 'administrator')),
  organisation_id BLOB REFERENCES organisations (id),
  created_at INTEGER NOT NULL,
  disabled_at INTEGER,
  theme TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX accounts_by_organisation ON accounts (organisation_id);
CREATE INDEX accounts_by_staff_role ON accounts (staff_role);
CREATE TABLE memberships (
  organisation_id BLOB NOT NULL REFERENCES organisations (id),
  account_id BLOB NOT NULL REFERENCES accounts (id),
  role TEXT NOT NULL,
  since_at INTEGER NOT NULL,
  PRIMARY KEY (organisation_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_by_account ON memberships (account_id);
