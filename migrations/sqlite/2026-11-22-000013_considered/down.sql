DROP TABLE considered;
