-- What waits in a case although no date runs for it, such as a seat that is offered.
CREATE TABLE case_tasks (
  case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16),
  no INTEGER NOT NULL,
  task TEXT NOT NULL,
  rule TEXT NOT NULL,
  role TEXT NOT NULL,
  account_id BLOB REFERENCES accounts (id) CHECK (length(account_id) = 16),
  since_at INTEGER NOT NULL,
  PRIMARY KEY (case_id, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_tasks_accounts ON case_tasks (account_id, since_at);
CREATE INDEX case_tasks_roles ON case_tasks (role, since_at);
