-- Time-stamps of heads by an authority (RFC 3161): what was asked and answered, byte for byte. Only added to.
CREATE TABLE log_stamps (
  log TEXT NOT NULL REFERENCES logs (name),
  size INTEGER NOT NULL CHECK (size >= 1),
  note TEXT NOT NULL,
  query BLOB NOT NULL,
  reply BLOB NOT NULL,
  authority TEXT NOT NULL,
  stamped_at INTEGER NOT NULL,
  kept_at INTEGER NOT NULL,
  PRIMARY KEY (log, size)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER log_stamps_no_update BEFORE UPDATE ON log_stamps
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only: a time-stamp cannot be changed');
END;
CREATE TRIGGER log_stamps_no_delete BEFORE DELETE ON log_stamps
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only: a time-stamp cannot be deleted');
END;
