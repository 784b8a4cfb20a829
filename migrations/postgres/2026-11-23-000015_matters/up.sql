-- Cases of a third kind: matters that their pack describes whole.
ALTER TABLE cases DROP CONSTRAINT cases_kind_check;
ALTER TABLE cases ADD CONSTRAINT cases_kind_check CHECK (kind IN ('notice', 'complaint', 'matter'));
