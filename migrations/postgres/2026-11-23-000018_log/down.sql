DROP TABLE log_witnesses;
DROP TABLE log_nodes;
DROP TABLE log_leaves;
DROP TABLE logs;
DROP TABLE log_waiting;
DROP TABLE case_logs;
DROP TABLE docket_leaves;
