-- The steps of the procedure that gave the points, by name, with commas between.
ALTER TABLE case_conduct ADD COLUMN steps TEXT NOT NULL DEFAULT '';
