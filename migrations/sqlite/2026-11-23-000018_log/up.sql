-- What the public log says of each docket entry, with the salt that keeps the entry from being guessed. Only added to.
CREATE TABLE docket_leaves (
  case_id BLOB NOT NULL REFERENCES cases (id) CHECK (length(case_id) = 16),
  no INTEGER NOT NULL CHECK (no >= 1),
  salt TEXT NOT NULL CHECK (length(salt) = 64),
  leaf TEXT NOT NULL,
  PRIMARY KEY (case_id, no),
  FOREIGN KEY (case_id, no) REFERENCES docket (case_id, no)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER docket_leaves_no_update BEFORE UPDATE ON docket_leaves
BEGIN
  SELECT RAISE(ABORT, 'the docket is append-only: a leaf cannot be changed');
END;
CREATE TRIGGER docket_leaves_no_delete BEFORE DELETE ON docket_leaves
BEGIN
  SELECT RAISE(ABORT, 'the docket is append-only: a leaf cannot be deleted');
END;
-- The random number behind what stands for a case in its leaves.
CREATE TABLE case_logs (
  case_id BLOB NOT NULL PRIMARY KEY REFERENCES cases (id) CHECK (length(case_id) = 16),
  log_id TEXT NOT NULL CHECK (length(log_id) = 64)
) STRICT, WITHOUT ROWID;
-- Leaves that no log holds yet.
CREATE TABLE log_waiting (
  case_id BLOB NOT NULL CHECK (length(case_id) = 16),
  no INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (case_id, no)
) STRICT, WITHOUT ROWID;
-- The logs of this installation, one a year: how much of each is signed, and the signed head.
CREATE TABLE logs (
  name TEXT NOT NULL PRIMARY KEY,
  origin TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  size INTEGER NOT NULL,
  note TEXT NOT NULL,
  signed_at INTEGER,
  witnessed_size INTEGER NOT NULL,
  witnessed_note TEXT NOT NULL,
  witnessed_at INTEGER
) STRICT, WITHOUT ROWID;
-- The leaves of each log in their order. Only added to.
CREATE TABLE log_leaves (
  log TEXT NOT NULL REFERENCES logs (name),
  no INTEGER NOT NULL CHECK (no >= 0),
  leaf TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  case_id BLOB CHECK (length(case_id) = 16),
  entry_no INTEGER,
  PRIMARY KEY (log, no)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX log_leaves_entries ON log_leaves (case_id, entry_no);
CREATE TRIGGER log_leaves_no_update BEFORE UPDATE ON log_leaves
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only: a leaf cannot be changed');
END;
CREATE TRIGGER log_leaves_no_delete BEFORE DELETE ON log_leaves
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only: a leaf cannot be deleted');
END;
-- The heads of the full tiles of each level; level 1 is over the leaves.
CREATE TABLE log_nodes (
  log TEXT NOT NULL REFERENCES logs (name),
  level INTEGER NOT NULL CHECK (level >= 1),
  no INTEGER NOT NULL CHECK (no >= 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (log, level, no)
) STRICT, WITHOUT ROWID;
-- How much of each log a witness has signed, and what it said last.
CREATE TABLE log_witnesses (
  log TEXT NOT NULL REFERENCES logs (name),
  witness TEXT NOT NULL,
  size INTEGER NOT NULL,
  answer TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (log, witness)
) STRICT, WITHOUT ROWID;
