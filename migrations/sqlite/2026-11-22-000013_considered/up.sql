-- Exhibits that an arbitrator ticked as considered, on the way to a decision.
CREATE TABLE considered (
  case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16),
  account_id BLOB NOT NULL REFERENCES accounts (id) CHECK (length(account_id) = 16),
  exhibit TEXT NOT NULL,
  ticked_at INTEGER NOT NULL,
  PRIMARY KEY (case_id, account_id, exhibit)
) STRICT, WITHOUT ROWID;
