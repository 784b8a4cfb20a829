-- Case files that were made: for whom, how far, and where what was made is found.
CREATE TABLE exports (
  id UUID NOT NULL PRIMARY KEY,
  case_id UUID NOT NULL REFERENCES cases (id),
  reader TEXT NOT NULL,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  version BIGINT NOT NULL,
  state TEXT NOT NULL,
  done_bytes BIGINT NOT NULL,
  total_bytes BIGINT NOT NULL,
  digest TEXT CHECK (length(digest) = 64),
  signature TEXT,
  begun_at TIMESTAMPTZ NOT NULL,
  touched_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX exports_of_case ON exports (case_id, begun_at);
CREATE INDEX exports_by_digest ON exports (digest);
-- What the public log says of each case file that was handed out, with the record behind it. Only added to.
CREATE TABLE export_leaves (
  id UUID NOT NULL PRIMARY KEY,
  salt TEXT NOT NULL CHECK (length(salt) = 64),
  record TEXT NOT NULL,
  leaf TEXT NOT NULL
);
CREATE TRIGGER export_leaves_no_change BEFORE UPDATE OR DELETE ON export_leaves
  FOR EACH ROW EXECUTE FUNCTION docket_is_append_only();
CREATE TRIGGER export_leaves_no_truncate BEFORE TRUNCATE ON export_leaves
  FOR EACH STATEMENT EXECUTE FUNCTION docket_is_append_only();
