-- Case files that were made: for whom, how far, and where what was made is found.
CREATE TABLE exports (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16),
  reader TEXT NOT NULL,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  done_bytes INTEGER NOT NULL,
  total_bytes INTEGER NOT NULL,
  digest TEXT CHECK (length(digest) = 64),
  signature TEXT,
  begun_at INTEGER NOT NULL,
  touched_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX exports_of_case ON exports (case_id, begun_at);
CREATE INDEX exports_by_digest ON exports (digest);
-- What the public log says of each case file that was handed out, with the record behind it. Only added to.
CREATE TABLE export_leaves (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  salt TEXT NOT NULL CHECK (length(salt) = 64),
  record TEXT NOT NULL,
  leaf TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER export_leaves_no_update BEFORE UPDATE ON export_leaves
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only: a leaf cannot be changed');
END;
CREATE TRIGGER export_leaves_no_delete BEFORE DELETE ON export_leaves
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only: a leaf cannot be deleted');
END;
