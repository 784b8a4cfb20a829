-- Time-stamps of heads by an authority (RFC 3161): what was asked and answered, byte for byte. Only added to.
CREATE TABLE log_stamps (
  log TEXT NOT NULL REFERENCES logs (name),
  size BIGINT NOT NULL CHECK (size >= 1),
  note TEXT NOT NULL,
  query BYTEA NOT NULL,
  reply BYTEA NOT NULL,
  authority TEXT NOT NULL,
  stamped_at TIMESTAMPTZ NOT NULL,
  kept_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (log, size)
);
CREATE TRIGGER log_stamps_no_change BEFORE UPDATE OR DELETE ON log_stamps
  FOR EACH ROW EXECUTE FUNCTION docket_is_append_only();
CREATE TRIGGER log_stamps_no_truncate BEFORE TRUNCATE ON log_stamps
  FOR EACH STATEMENT EXECUTE FUNCTION docket_is_append_only();
