DROP TABLE docket;
DROP FUNCTION docket_is_append_only();
