-- Forms begun and not sent, of an account or of a session without one; earlier versions stay readable.
CREATE TABLE drafts (
  id UUID NOT NULL PRIMARY KEY,
  session_hash BYTEA,
  account_id UUID REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('notice', 'complaint', 'response', 'decision', 'message')),
  case_id UUID REFERENCES cases (id),
  track_no INTEGER,
  data JSONB NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  updated_at TIMESTAMPTZ NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX drafts_by_account ON drafts (account_id, updated_at DESC);
CREATE INDEX drafts_by_session ON drafts (session_hash);
CREATE INDEX drafts_by_case ON drafts (case_id, kind);
CREATE INDEX drafts_by_expiry ON drafts (expires_at);
CREATE TABLE draft_versions (
  draft_id UUID NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  data JSONB NOT NULL,
  saved_at TIMESTAMPTZ NOT NULL,
  saved_by TEXT NOT NULL,
  PRIMARY KEY (draft_id, version)
);
