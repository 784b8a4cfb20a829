-- Cases of a third kind: matters that their pack describes whole. SQLite cannot change the list of a column, so the
-- column is made anew.
ALTER TABLE cases ADD COLUMN sort TEXT NOT NULL DEFAULT 'notice' CHECK (sort IN ('notice', 'complaint', 'matter'));
UPDATE cases SET sort = kind;
ALTER TABLE cases DROP COLUMN kind;
ALTER TABLE cases RENAME COLUMN sort TO kind;
