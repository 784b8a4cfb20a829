-- The record of every act in a case: only ever added to. `entry` keeps the exact bytes that `hash` covers.
CREATE TABLE docket (
  case_id BLOB NOT NULL REFERENCES cases (id),
  no INTEGER NOT NULL CHECK (no >= 1),
  at INTEGER NOT NULL,
  actor_role TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  actor_account BLOB,
  via TEXT NOT NULL,
  act TEXT NOT NULL,
  entry TEXT NOT NULL CHECK (json_valid(entry)),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  previous TEXT NOT NULL,
  PRIMARY KEY (case_id, no)
) STRICT;
CREATE TRIGGER docket_no_update BEFORE UPDATE ON docket
BEGIN
  SELECT RAISE(ABORT, 'the docket is append-only: an entry cannot be changed');
END;
CREATE TRIGGER docket_no_delete BEFORE DELETE ON docket
BEGIN
  SELECT RAISE(ABORT, 'the docket is append-only: an entry cannot be deleted');
END;
