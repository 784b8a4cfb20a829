DROP TABLE procedure_events;
DROP TABLE procedures;
