-- The record of every act in a case: only ever added to. `entry` keeps the exact bytes that `hash` covers.
CREATE TABLE docket (
  case_id UUID NOT NULL REFERENCES cases (id),
  no INTEGER NOT NULL CHECK (no >= 1),
  at TIMESTAMPTZ NOT NULL,
  actor_role TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  actor_account UUID,
  via TEXT NOT NULL,
  act TEXT NOT NULL,
  entry JSON NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  previous TEXT NOT NULL,
  PRIMARY KEY (case_id, no)
);
CREATE FUNCTION docket_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the docket is append-only: an entry cannot be %',
    CASE TG_OP WHEN 'UPDATE' THEN 'changed' ELSE 'deleted' END;
END
$$;
CREATE TRIGGER docket_no_change BEFORE UPDATE OR DELETE ON docket
  FOR EACH ROW EXECUTE FUNCTION docket_is_append_only();
CREATE TRIGGER docket_no_truncate BEFORE TRUNCATE ON docket
  FOR EACH STATEMENT EXECUTE FUNCTION docket_is_append_only();
