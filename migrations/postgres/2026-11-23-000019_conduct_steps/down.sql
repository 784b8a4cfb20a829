ALTER TABLE case_conduct DROP COLUMN steps;
