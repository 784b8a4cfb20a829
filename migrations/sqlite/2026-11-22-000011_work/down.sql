DROP INDEX docket_by_act;
DROP INDEX case_clocks_by_role;
