-- The work of a role, soonest first, without sorting every clock of that role.
CREATE INDEX case_clocks_by_role ON case_clocks (role, state, due_at, case_id, no);
-- How long the steps take, without reading every entry.
CREATE INDEX docket_by_act ON docket (act, case_id, no, at);
