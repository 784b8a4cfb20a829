-- Forms begun and not sent, of an account or of a session without one; earlier versions stay readable.
CREATE TABLE drafts (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  session_hash BLOB,
  account_id BLOB REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('notice', 'complaint', 'response', 'decision', 'message')),
  case_id BLOB REFERENCES cases (id),
  track_no INTEGER,
  data TEXT NOT NULL CHECK (json_valid(data)),
  version INTEGER NOT NULL CHECK (version >= 1),
  updated_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX drafts_by_account ON drafts (account_id, updated_at DESC);
CREATE INDEX drafts_by_session ON drafts (session_hash);
CREATE INDEX drafts_by_case ON drafts (case_id, kind);
CREATE INDEX drafts_by_expiry ON drafts (expires_at);
CREATE TABLE draft_versions (
  draft_id BLOB NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  saved_at INTEGER NOT NULL,
  saved_by TEXT NOT NULL,
  PRIMARY KEY (draft_id, version)
) STRICT;
