-- Letters to send (the outbox) and what became of them. A worker holds a letter by a lease that ends.
CREATE TABLE letters (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  case_id BLOB REFERENCES cases (id),
  entry_no INTEGER,
  kind TEXT NOT NULL,
  recipient_name TEXT NOT NULL,
  recipient_email TEXT NOT NULL,
  account_id BLOB REFERENCES accounts (id),
  party_no INTEGER,
  locale TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  subject TEXT,
  text_body TEXT,
  html_body TEXT,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'refused', 'bounced', 'failed')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  next_at INTEGER NOT NULL,
  leased_until INTEGER,
  lease_owner TEXT,
  reply TEXT,
  created_at INTEGER NOT NULL,
  sent_at INTEGER
) STRICT;
CREATE INDEX letters_by_state ON letters (state, next_at, id);
CREATE INDEX letters_by_case ON letters (case_id, created_at, id);
CREATE INDEX letters_by_time ON letters (created_at DESC, id DESC);
