DROP INDEX case_clocks_by_role;
