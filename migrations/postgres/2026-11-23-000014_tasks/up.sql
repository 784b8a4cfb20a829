-- What waits in a case although no date runs for it, such as a seat that is offered.
CREATE TABLE case_tasks (
  case_id UUID NOT NULL REFERENCES cases (id),
  no INTEGER NOT NULL,
  task TEXT NOT NULL,
  rule TEXT NOT NULL,
  role TEXT NOT NULL,
  account_id UUID REFERENCES accounts (id),
  since_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (case_id, no)
);
CREATE INDEX case_tasks_accounts ON case_tasks (account_id, since_at);
CREATE INDEX case_tasks_roles ON case_tasks (role, since_at);
