ALTER TABLE cases ADD COLUMN sort TEXT NOT NULL DEFAULT 'notice' CHECK (sort IN ('notice', 'complaint'));
UPDATE cases SET sort = kind;
ALTER TABLE cases DROP COLUMN kind;
ALTER TABLE cases RENAME COLUMN sort TO kind;
