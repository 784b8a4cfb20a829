-- The exact text of every procedure that a case is pinned to: a later version of the program still finds it.
CREATE TABLE packs (
  digest TEXT NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  text TEXT NOT NULL,
  added_at TIMESTAMPTZ NOT NULL
);
