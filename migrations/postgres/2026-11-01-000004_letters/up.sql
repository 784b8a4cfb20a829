-- Letters to send (the outbox) and what became of them. A worker holds a letter by a lease that ends.
CREATE TABLE letters (
  id UUID NOT NULL PRIMARY KEY,
  case_id UUID REFERENCES cases (id),
  entry_no INTEGER,
  kind TEXT NOT NULL,
  recipient_name TEXT NOT NULL,
  recipient_email TEXT NOT NULL,
  account_id UUID REFERENCES accounts (id),
  party_no INTEGER,
  locale TEXT NOT NULL,
  data JSONB NOT NULL,
  subject TEXT,
  text_body TEXT,
  html_body TEXT,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'refused', 'bounced', 'failed')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  next_at TIMESTAMPTZ NOT NULL,
  leased_until TIMESTAMPTZ,
  lease_owner TEXT,
  reply TEXT,
  created_at TIMESTAMPTZ NOT NULL,
  sent_at TIMESTAMPTZ
);
CREATE INDEX letters_by_state ON letters (state, next_at, id);
CREATE INDEX letters_by_case ON letters (case_id, created_at, id);
CREATE INDEX letters_by_time ON letters (created_at DESC, id DESC);
