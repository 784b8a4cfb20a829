-- People who can sign in, the organisations they act for, and the link between the two.
-- E-mail addresses are written in lower case, so that one person cannot have two accounts by capitals.
CREATE TABLE organisations (
  id UUID NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('marketplace', 'law_firm', 'company')),
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  key TEXT COLLATE "C" NOT NULL UNIQUE,
  created_at TIMESTAMPTZ NOT NULL
);
CREATE TABLE accounts (
  id UUID NOT NULL PRIMARY KEY,
  email TEXT COLLATE "C" NOT NULL UNIQUE CHECK (email = lower(email)),
  name TEXT NOT NULL,
  locale TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  password_hash TEXT,
  confirmed_at TIMESTAMPTZ,
  staff_role TEXT CHECK (staff_role IN ('case_manager', 'administrator')),
  organisation_id UUID REFERENCES organisations (id),
  created_at TIMESTAMPTZ NOT NULL,
  disabled_at TIMESTAMPTZ,
  theme TEXT
);
CREATE INDEX accounts_by_organisation ON accounts (organisation_id);
CREATE INDEX accounts_by_staff_role ON accounts (staff_role);
CREATE TABLE memberships (
  organisation_id UUID NOT NULL REFERENCES organisations (id),
  account_id UUID NOT NULL REFERENCES accounts (id),
  role TEXT NOT NULL,
  since_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (organisation_id, account_id)
);
CREATE INDEX memberships_by_account ON memberships (account_id);
