-- Signed-in browsers, one-time links and sign-in attempts. Tokens are kept as SHA-256 only.
-- A session opened from a letter belongs to one party of one case instead of an account.
CREATE TABLE sessions (
  token_hash BLOB NOT NULL CHECK (length(token_hash) = 32) PRIMARY KEY,
  account_id BLOB REFERENCES accounts (id),
  case_id BLOB REFERENCES cases (id),
  party_no INTEGER,
  email TEXT,
  csrf TEXT NOT NULL,
  locale TEXT,
  zone TEXT,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  user_agent TEXT NOT NULL,
  confirmed_password_at INTEGER,
  flash TEXT CHECK (flash IS NULL OR json_valid(flash))
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE links (
  token_hash BLOB NOT NULL CHECK (length(token_hash) = 32) PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('confirm_email', 'reset_password', 'sign_in', 'answer', 'invitation',
    'first_administrator', 'confirm_notice')),
  account_id BLOB REFERENCES accounts (id),
  case_id BLOB REFERENCES cases (id),
  party_no INTEGER,
  email TEXT NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_case ON links (case_id, party_no);
CREATE INDEX links_by_email ON links (email, purpose);
CREATE INDEX links_by_expiry ON links (expires_at);

-- Counted across nodes to slow down guessing.
CREATE TABLE attempts (
  key TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (key, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX attempts_by_time ON attempts (at);
