-- Versions of procedures that administrators brought, and versions of the program that take no new cases any more.
CREATE TABLE procedures (
  digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  text TEXT NOT NULL,
  words JSONB NOT NULL,
  scenarios JSONB NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('proposed', 'published', 'withdrawn')),
  changed_at TIMESTAMPTZ NOT NULL
);

-- Who decided what about procedures, and why. Entries are only added.
CREATE TABLE procedure_events (
  id TEXT NOT NULL PRIMARY KEY,
  procedure_id TEXT NOT NULL,
  version TEXT NOT NULL,
  digest TEXT NOT NULL,
  at TIMESTAMPTZ NOT NULL,
  account_id UUID NOT NULL REFERENCES accounts (id),
  deed TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX procedure_events_by_time ON procedure_events (at, id);
CREATE INDEX procedure_events_of_one ON procedure_events (procedure_id, at, id);
