DROP TABLE log_stamps;
