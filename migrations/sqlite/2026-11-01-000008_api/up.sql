-- Programs that act for an account, and the answers already given to requests and forms sent twice.
CREATE TABLE api_tokens (
  token_hash BLOB NOT NULL CHECK (length(token_hash) = 32) PRIMARY KEY,
  account_id BLOB NOT NULL REFERENCES accounts (id),
  organisation_id BLOB REFERENCES organisations (id),
  name TEXT NOT NULL,
  scopes TEXT NOT NULL CHECK (json_valid(scopes)),
  created_at INTEGER NOT NULL,
  last_used_at INTEGER,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX api_tokens_by_account ON api_tokens (account_id, created_at DESC);
CREATE TABLE idempotency_keys (
  token_hash BLOB NOT NULL CHECK (length(token_hash) = 32),
  key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  response TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (token_hash, key)
) STRICT;
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (created_at);
CREATE TABLE form_keys (
  key TEXT NOT NULL PRIMARY KEY,
  case_id BLOB REFERENCES cases (id),
  receipt TEXT NOT NULL CHECK (json_valid(receipt)),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX form_keys_by_time ON form_keys (created_at);
