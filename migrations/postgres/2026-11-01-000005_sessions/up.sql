-- Signed-in browsers, one-time links and sign-in attempts. Tokens are kept as SHA-256 only.
-- A session opened from a letter belongs to one party of one case instead of an account.
CREATE TABLE sessions (
  token_hash BYTEA NOT NULL CHECK (length(token_hash) = 32) PRIMARY KEY,
  account_id UUID REFERENCES accounts (id),
  case_id UUID REFERENCES cases (id),
  party_no INTEGER,
  email TEXT,
  csrf TEXT NOT NULL,
  locale TEXT,
  zone TEXT,
  created_at TIMESTAMPTZ NOT NULL,
  seen_at TIMESTAMPTZ NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  user_agent TEXT NOT NULL,
  confirmed_password_at TIMESTAMPTZ,
  flash JSONB
);
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE links (
  token_hash BYTEA NOT NULL CHECK (length(token_hash) = 32) PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('confirm_email', 'reset_password', 'sign_in', 'answer', 'invitation',
    'first_administrator', 'confirm_notice')),
  account_id UUID REFERENCES accounts (id),
  case_id UUID REFERENCES cases (id),
  party_no INTEGER,
  email TEXT NOT NULL,
  payload JSONB NOT NULL,
  created_at TIMESTAMPTZ NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  used_at TIMESTAMPTZ
);
CREATE INDEX links_by_case ON links (case_id, party_no);
CREATE INDEX links_by_email ON links (email, purpose);
CREATE INDEX links_by_expiry ON links (expires_at);

-- Counted across nodes to slow down guessing.
CREATE TABLE attempts (
  key TEXT NOT NULL,
  at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (key, at)
);
CREATE INDEX attempts_by_time ON attempts (at);
