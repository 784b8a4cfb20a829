-- What the public log says of each docket entry, with the salt that keeps the entry from being guessed. Only added to.
CREATE TABLE docket_leaves (
  case_id UUID NOT NULL REFERENCES cases (id),
  no INTEGER NOT NULL CHECK (no >= 1),
  salt TEXT NOT NULL CHECK (length(salt) = 64),
  leaf TEXT NOT NULL,
  PRIMARY KEY (case_id, no),
  FOREIGN KEY (case_id, no) REFERENCES docket (case_id, no)
);
CREATE TRIGGER docket_leaves_no_change BEFORE UPDATE OR DELETE ON docket_leaves
  FOR EACH ROW EXECUTE FUNCTION docket_is_append_only();
CREATE TRIGGER docket_leaves_no_truncate BEFORE TRUNCATE ON docket_leaves
  FOR EACH STATEMENT EXECUTE FUNCTION docket_is_append_only();
-- The random number behind what stands for a case in its leaves.
CREATE TABLE case_logs (
  case_id UUID NOT NULL PRIMARY KEY REFERENCES cases (id),
  log_id TEXT NOT NULL CHECK (length(log_id) = 64)
);
-- Leaves that no log holds yet.
CREATE TABLE log_waiting (
  case_id UUID NOT NULL,
  no INTEGER NOT NULL,
  at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (case_id, no)
);
-- The logs of this installation, one a year: how much of each is signed, and the signed head.
CREATE TABLE logs (
  name TEXT NOT NULL PRIMARY KEY,
  origin TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  opened_at TIMESTAMPTZ NOT NULL,
  closed_at TIMESTAMPTZ,
  size BIGINT NOT NULL,
  note TEXT NOT NULL,
  signed_at TIMESTAMPTZ,
  witnessed_size BIGINT NOT NULL,
  witnessed_note TEXT NOT NULL,
  witnessed_at TIMESTAMPTZ
);
-- The leaves of each log in their order. Only added to.
CREATE TABLE log_leaves (
  log TEXT NOT NULL REFERENCES logs (name),
  no BIGINT NOT NULL CHECK (no >= 0),
  leaf TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  case_id UUID,
  entry_no INTEGER,
  PRIMARY KEY (log, no)
);
CREATE UNIQUE INDEX log_leaves_entries ON log_leaves (case_id, entry_no);
CREATE TRIGGER log_leaves_no_change BEFORE UPDATE OR DELETE ON log_leaves
  FOR EACH ROW EXECUTE FUNCTION docket_is_append_only();
CREATE TRIGGER log_leaves_no_truncate BEFORE TRUNCATE ON log_leaves
  FOR EACH STATEMENT EXECUTE FUNCTION docket_is_append_only();
-- The heads of the full tiles of each level; level 1 is over the leaves.
CREATE TABLE log_nodes (
  log TEXT NOT NULL REFERENCES logs (name),
  level INTEGER NOT NULL CHECK (level >= 1),
  no BIGINT NOT NULL CHECK (no >= 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (log, level, no)
);
-- How much of each log a witness has signed, and what it said last.
CREATE TABLE log_witnesses (
  log TEXT NOT NULL REFERENCES logs (name),
  witness TEXT NOT NULL,
  size BIGINT NOT NULL,
  answer TEXT NOT NULL,
  at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (log, witness)
);
