DROP TABLE attempts;
DROP TABLE links;
DROP TABLE sessions;
